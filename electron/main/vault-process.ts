import type { ForkOptions, UtilityProcess } from 'electron';
import { VAULT_READY, vaultReplySchema, type VaultAnswers, type VaultRequest } from '../vault/vault-messages.ts';

type RequestOf<Ask extends VaultRequest['ask']> = Extract<VaultRequest, { ask: Ask }>;

/** The vault as main sees it: a process of its own that can be asked and ended. */
export type VaultProcess = {
  readonly ask: <Ask extends VaultRequest['ask']>(request: RequestOf<Ask> & { ask: Ask }) => Promise<VaultAnswers[Ask]>;
  /** Starts the process ahead of the first question. */
  readonly warmUp: () => void;
  /** Ends the process and with it every key it held. Resolves when it is gone. */
  readonly end: () => Promise<void>;
};

/** What starts it: Electron's utilityProcess.fork, a parameter so that this file needs no running Electron. */
export type ForkVault = (modulePath: string, args: string[], options: ForkOptions) => UtilityProcess;

type Waiting = { readonly resolve: (answer: unknown) => void; readonly reject: (cause: Error) => void };
type Running = {
  readonly child: UtilityProcess;
  readonly waiting: Map<number, Waiting>;
  readonly ready: Promise<void>;
};

/**
 * Creates the vault's process as it is needed. It gets no environment and no arguments but its folder. Should it die,
 * those who wait get an error and the next question starts it anew, with nobody signed in.
 */
export function createVaultProcess(fork: ForkVault, file: string, folder: string): VaultProcess {
  let running: Running | undefined;
  let turn = 0;
  const start = (): Running => {
    if (running !== undefined) return running;
    const started = startVault(fork, file, folder, () => {
      if (running === started) running = undefined;
    });
    running = started;
    return started;
  };
  return {
    warmUp: () => void start(),
    ask: async (request) => {
      const vault = start();
      turn += 1;
      const mine = turn;
      await vault.ready;
      const answer = new Promise((resolve, reject) => vault.waiting.set(mine, { resolve, reject }));
      vault.child.postMessage({ turn: mine, request });
      return (await answer) as VaultAnswers[(typeof request)['ask']];
    },
    end: async () => {
      const child = running?.child;
      running = undefined;
      if (child === undefined) return;
      const gone = new Promise((resolve) => child.once('exit', resolve));
      if (child.kill()) await gone;
    },
  };
}

function startVault(fork: ForkVault, file: string, folder: string, onGone: () => void): Running {
  const child = fork(file, [folder], { serviceName: 'Throughline vault', env: {}, execArgv: [], stdio: 'ignore' });
  const waiting = new Map<number, Waiting>();
  const ready = new Promise<void>((resolve, reject) => {
    child.on('message', (message: unknown) => {
      if (message === VAULT_READY) resolve();
      else settle(waiting, message);
    });
    child.once('exit', () => {
      onGone();
      const gone = new Error('The vault ended');
      for (const one of waiting.values()) one.reject(gone);
      waiting.clear();
      reject(gone);
    });
  });
  // Whoever asks sees it; a vault that is ended before it was ready is no error.
  ready.catch(() => undefined);
  return { child, waiting, ready };
}

function settle(waiting: Map<number, Waiting>, message: unknown): void {
  const reply = vaultReplySchema.parse(message);
  const one = waiting.get(reply.turn);
  waiting.delete(reply.turn);
  if ('failed' in reply) one?.reject(new Error(`The vault failed: ${reply.failed}`));
  else one?.resolve(reply.answer);
}
