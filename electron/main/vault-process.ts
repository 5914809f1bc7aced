import type { ForkOptions, MessagePortMain, UtilityProcess } from 'electron';
import { PAGE_PORT, vaultWordSchema, type MainAnswers, type VaultQuestion, type VaultWord } from '../vault/vault-messages.ts';

/** The vault as main sees it: a process of its own that a page is connected with, and that can be ended. */
export type VaultProcess = {
  /** Hands one end of a page's port to the process, starting it. `onGone` is called when nobody answers there any more. */
  readonly connect: (port: MessagePortMain, onGone: () => void) => void;
  /** Ends the process and with it every key it held. Resolves when it is gone. */
  readonly end: () => Promise<void>;
};

/** What starts it: Electron's utilityProcess.fork, a parameter so that this file needs no running Electron. */
export type ForkVault = (modulePath: string, args: string[], options: ForkOptions) => UtilityProcess;

/** What the vault's process is made of and what main does for it. */
export type VaultProcessOptions = {
  readonly fork: ForkVault;
  readonly file: string;
  /** The tablet's data. */
  readonly folder: string;
  readonly answer: (question: VaultQuestion) => Promise<MainAnswers[VaultQuestion['ask']]>;
  readonly hear: (news: Extract<VaultWord, { tell: unknown }>) => void;
};

type Running = {
  readonly child: UtilityProcess;
  readonly ready: Promise<void>;
  /** Tells the page whose port it has that it ended. */
  tellGone: () => void;
};

/**
 * Creates the vault's process as it is needed. It gets no environment and no arguments but its folder. Should it die,
 * the page is told and its next port starts it anew, with nobody signed in.
 */
export function createVaultProcess(options: VaultProcessOptions): VaultProcess {
  let running: Running | undefined;
  const start = (): Running => {
    if (running !== undefined) return running;
    const started = startVault(options, () => {
      if (running === started) running = undefined;
    });
    running = started;
    return started;
  };
  return {
    connect: (port, onGone) => {
      const vault = start();
      // There is one port at a time. Mostly the one before belonged to a page that is over, which does not hear this.
      vault.tellGone();
      vault.tellGone = onGone;
      vault.ready.then(() => vault.child.postMessage(PAGE_PORT, [port])).catch(() => {
        port.close();
        onGone();
      });
    },
    end: async () => {
      const child = running?.child;
      running = undefined;
      if (child === undefined) return;
      const gone = new Promise((resolve) => child.once('exit', resolve));
      if (child.kill()) await endSurely(child, gone);
    },
  };
}

/** How long a vault may take to end when it is told to, in milliseconds; then it is killed, and as long again is waited. */
const PATIENCE = 2000;

/** Somebody who signs out must not wait for a process that hangs, nor leave their keys in it. */
async function endSurely(child: UtilityProcess, gone: Promise<unknown>): Promise<void> {
  const { pid } = child;
  const kill = setTimeout(() => {
    // By its number: `kill` of a utility process only asks. It may have ended this moment.
    if (pid !== undefined) attempt(() => process.kill(pid, 'SIGKILL'));
  }, PATIENCE);
  let giveUp: NodeJS.Timeout | undefined;
  await Promise.race([gone, new Promise((resolve) => { giveUp = setTimeout(resolve, 2 * PATIENCE); })]);
  clearTimeout(kill);
  clearTimeout(giveUp);
}

function attempt(work: () => void): void {
  try {
    work();
  } catch {
    // There was nothing left to kill.
  }
}

function startVault(options: VaultProcessOptions, onGone: () => void): Running {
  const { fork, file, folder } = options;
  const child = fork(file, [folder], { serviceName: 'Throughline vault', env: {}, execArgv: [], stdio: 'ignore' });
  const ready = new Promise<void>((resolve, reject) => {
    child.on('message', (message: unknown) => {
      const word = vaultWordSchema.parse(message);
      if (word === 'vault-ready') resolve();
      else if ('tell' in word) options.hear(word);
      else void answer(options, child, word);
    });
    child.once('exit', () => {
      onGone();
      reject(new Error('The vault ended'));
      vault.tellGone();
    });
  });
  // Whoever connects sees it; a vault that is ended before it was ready is no error.
  ready.catch(() => undefined);
  const vault: Running = { child, ready, tellGone: () => undefined };
  return vault;
}

async function answer(options: VaultProcessOptions, child: UtilityProcess, { turn, question }: Extract<VaultWord, { turn: number }>): Promise<void> {
  try {
    child.postMessage({ turn, answer: await options.answer(question) });
  } catch {
    child.postMessage({ turn, failed: true });
  }
}
