import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';
import { bridgeCalls, bridgeChannel, type BridgeCallName } from '#protocol/shell/bridge.ts';
import { isVaultCall, type MainCallName } from '#protocol/shell/vault-port.ts';
import { doCall, type CallHandlers, type NoteCall } from '../../calls/answer-call.ts';
import { RATES } from '../../calls/rates.ts';
import { createTokenBucket, type TokenBucket } from '../../calls/token-bucket.ts';
import { callerOf } from './caller-of.ts';
import { judgeCall } from './judge-call.ts';

/** One handler for each call that main answers. */
export type BridgeHandlers = CallHandlers<MainCallName>;

export type BridgeOptions = {
  readonly handlers: BridgeHandlers;
  /** The page in the tablet's window right now. */
  readonly page: () => WebContents | undefined;
  readonly now: () => number;
  readonly note: NoteCall;
};

/**
 * Answers every call of protocol/shell/bridge.ts but those that go to the vault past main: who asks, how often, what;
 * then the handler; then whether the answer is one the page may have.
 */
export function answerBridgeCalls(options: BridgeOptions): void {
  for (const name of Object.keys(bridgeCalls) as BridgeCallName[]) {
    if (isVaultCall(name)) continue;
    const bucket = createTokenBucket(RATES[name], options.now);
    ipcMain.handle(bridgeChannel(name), (event, input: unknown) => answer(options, name, bucket, event, input));
  }
}

async function answer(
  options: BridgeOptions,
  name: MainCallName,
  bucket: TokenBucket,
  event: IpcMainInvokeEvent,
  input: unknown,
): Promise<unknown> {
  const judged = judgeCall(name, callerOf(event, options.page()), input, bucket.take);
  if (!judged.ok) {
    options.note('bridge-refused', name, judged.error.code);
    throw new Error(judged.error.code);
  }
  const done = await doCall(name, options.handlers[name] as (input: unknown) => Promise<unknown>, judged.value, options.note);
  if (done.ok) return done.value;
  throw new Error(done.error.code);
}
