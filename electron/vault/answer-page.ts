import type { BridgeCallName } from '#protocol/shell/bridge.ts';
import { VAULT_CALLS, VAULT_LINE_OPEN, vaultCallSchema, type VaultCallName, type VaultReply } from '#protocol/shell/vault-port.ts';
import { doCall, judgeInput, type CallHandlers, type NoteCall } from '../calls/answer-call.ts';
import { RATES } from '../calls/rates.ts';
import { createTokenBucket, type TokenBucket } from '../calls/token-bucket.ts';

/** One end of a page's port, as Electron gives it to a utility process. */
export type PagePort = {
  on(event: 'message', listener: (message: { data: unknown }) => void): unknown;
  readonly postMessage: (reply: VaultReply) => void;
  readonly start: () => void;
  readonly close: () => void;
};

export type AnswerPageOptions = {
  readonly handlers: CallHandlers<VaultCallName>;
  /** Milliseconds on a clock that does not go back. */
  readonly now: () => number;
  readonly note: NoteCall;
};

/** A page that is being answered; `close` ends that. */
export type AnsweredPage = { readonly close: () => void };

/**
 * Answers the calls that a page sends straight to the vault: how often, what; then the handler; then whether the answer
 * is one the page may have. Who asks was judged when the port was handed over. What is no call at all is not answered.
 */
export function answerPage(port: PagePort, options: AnswerPageOptions): AnsweredPage {
  const buckets = new Map<BridgeCallName, TokenBucket>(VAULT_CALLS.map((name) => [name, createTokenBucket(RATES[name], options.now)]));
  let isOpen = true;
  const reply = (message: VaultReply): void => {
    // Its page is over: nothing more goes out, whatever was begun.
    if (isOpen) port.postMessage(message);
  };
  port.on('message', ({ data }) => {
    const asked = isOpen ? vaultCallSchema.safeParse(data) : undefined;
    if (asked?.success !== true) return;
    const { turn, call, input } = asked.data;
    const mayCall = buckets.get(call)?.take ?? (() => false);
    void answerCall(options, call, input, mayCall).then((outcome) => reply({ turn, ...outcome }));
  });
  port.start();
  reply({ turn: VAULT_LINE_OPEN, answer: null });
  return {
    close: () => {
      isOpen = false;
      port.close();
    },
  };
}

async function answerCall(
  { handlers, note }: AnswerPageOptions,
  call: VaultCallName,
  input: unknown,
  mayCall: () => boolean,
): Promise<{ readonly answer: unknown } | { readonly refused: string }> {
  const judged = judgeInput(call, input, mayCall);
  if (!judged.ok) {
    note('bridge-refused', call, judged.error.code);
    return { refused: judged.error.code };
  }
  const done = await doCall(call, handlers[call] as (input: unknown) => Promise<unknown>, judged.value, note);
  return done.ok ? { answer: done.value } : { refused: done.error.code };
}
