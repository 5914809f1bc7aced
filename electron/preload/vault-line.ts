import type { VaultCall, VaultCallName, VaultLineEnd, VaultReply } from '#protocol/shell/vault-port.ts';

/** As in protocol/shell/vault-port.ts; a test keeps it the same. */
const VAULT_LINE_OPEN = 0;

/** The page's way to the vault, past main. */
export type VaultLine = {
  /** Opens it, if it is not open. */
  readonly open: () => void;
  /** One call; rejects with the code where it is refused, and with why where the line ends before the answer. */
  readonly ask: (call: VaultCallName, input: unknown) => Promise<unknown>;
  /** Main says that a line has ended. The next call opens another; nobody is signed in there. */
  readonly end: (end: VaultLineEnd) => void;
};

type Waiting = { readonly resolve: (answer: unknown) => void; readonly reject: (cause: Error) => void };
type Line = { readonly name: string; readonly port: MessagePort; readonly waiting: Map<number, Waiting>; readonly isOpen: Promise<unknown> };

/** Creates it, closed. `handOver` gives one end of a new port to main, with the name of the line. */
export function createVaultLine(handOver: (line: string, port: MessagePort) => void): VaultLine {
  let current: Line | undefined;
  let turn = VAULT_LINE_OPEN;
  const open = (): Line => (current ??= openLine(handOver));
  return {
    open: () => void open(),
    ask: async (call, input) => {
      const { port, waiting, isOpen } = open();
      // Nothing is said before the vault has spoken: until then what is said could still pass main.
      await isOpen;
      turn += 1;
      const mine = turn;
      port.postMessage({ turn: mine, call, input } satisfies VaultCall);
      return new Promise((resolve, reject) => waiting.set(mine, { resolve, reject }));
    },
    end: ({ line, code }) => {
      if (current?.name !== line) return;
      const { port, waiting } = current;
      current = undefined;
      port.close();
      for (const one of waiting.values()) one.reject(new Error(code));
    },
  };
}

function openLine(handOver: (line: string, port: MessagePort) => void): Line {
  const { port1: port, port2: theirs } = new MessageChannel();
  const name = crypto.randomUUID();
  const waiting = new Map<number, Waiting>();
  const isOpen = new Promise((resolve, reject) => waiting.set(VAULT_LINE_OPEN, { resolve, reject }));
  // Whoever asks sees it.
  isOpen.catch(() => undefined);
  port.onmessage = ({ data }: MessageEvent<VaultReply>) => {
    const one = waiting.get(data.turn);
    waiting.delete(data.turn);
    if ('refused' in data) one?.reject(new Error(data.refused));
    else one?.resolve(data.answer);
  };
  handOver(name, theirs);
  return { name, port, waiting, isOpen };
}
