import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';
import { fail, ok, type Result } from '#protocol/result.ts';
import { bridgeCalls, bridgeChannel, type BridgeCallName } from '#protocol/shell/bridge.ts';
import { judgeCall, type BridgeHandlers, type Caller } from './judge-call.ts';
import { createTokenBucket, type Rate, type TokenBucket } from './token-bucket.ts';

/** What a page does at most, with room to spare; a flood wrote 24 MB in 7 s in the trials (security.md 5 F86). */
const RATES: Readonly<Record<BridgeCallName, Rate>> = {
  status: { burst: 20, perSecond: 2 },
  enrol: { burst: 5, perSecond: 0.2 },
  firstSignIn: { burst: 5, perSecond: 0.5 },
  // The vault's back-off is the defence; this keeps 64 MiB of Argon2id from being asked for in a loop.
  signIn: { burst: 5, perSecond: 0.5 },
  signOut: { burst: 5, perSecond: 1 },
  sealOperation: { burst: 100, perSecond: 20 },
  openChanges: { burst: 50, perSecond: 10 },
  makeRecoverySheet: { burst: 5, perSecond: 0.2 },
  // 64 MiB of Argon2id for each box; nobody types twelve words more often.
  readRecoverySheet: { burst: 5, perSecond: 0.2 },
  exchange: { burst: 30, perSecond: 5 },
  // Two hundred small courses come from a stick in seconds.
  fetchManifest: { burst: 500, perSecond: 20 },
  fetchPiece: { burst: 200, perSecond: 50 },
  fetchFiles: { burst: 300, perSecond: 40 },
  fetchRelease: { burst: 10, perSecond: 1 },
  stick: { burst: 10, perSecond: 1 },
  openPack: { burst: 10, perSecond: 2 },
  // While a window is being resized.
  placePack: { burst: 120, perSecond: 60 },
  closePack: { burst: 10, perSecond: 2 },
  camera: { burst: 20, perSecond: 2 },
  report: { burst: 10, perSecond: 1 },
  heartbeat: { burst: 20, perSecond: 4 },
};

export type BridgeOptions = {
  readonly handlers: BridgeHandlers;
  /** The page in the tablet's window right now. */
  readonly page: () => WebContents | undefined;
  readonly now: () => number;
  /** Told which call was refused or failed, and by which code; never what was in it. */
  readonly note: (event: 'bridge-refused' | 'bridge-failed', call: string, code: string) => void;
};

/**
 * Answers every call of protocol/shell/bridge.ts: who asks, how often, what; then the handler; then whether the
 * answer is one the page may have. The only file that touches ipcMain.
 */
export function answerBridgeCalls(options: BridgeOptions): void {
  for (const name of Object.keys(bridgeCalls) as BridgeCallName[]) {
    const bucket = createTokenBucket(RATES[name], options.now);
    ipcMain.handle(bridgeChannel(name), (event, input: unknown) => answer(options, name, bucket, event, input));
  }
}

async function answer(
  options: BridgeOptions,
  name: BridgeCallName,
  bucket: TokenBucket,
  event: IpcMainInvokeEvent,
  input: unknown,
): Promise<unknown> {
  const judged = judgeCall(name, callerOf(event, options.page()), input, bucket.take);
  if (!judged.ok) {
    options.note('bridge-refused', name, judged.error.code);
    throw new Error(judged.error.code);
  }
  const outcome = await attempt(options.handlers[name] as (input: unknown) => Promise<unknown>, judged.value);
  const output = outcome.ok ? bridgeCalls[name].output.safeParse(outcome.value) : undefined;
  if (output?.success === true) return output.data;
  // A bug or a broken disk. The page gets a word it can show, nothing about what happened inside.
  options.note('bridge-failed', name, outcome.ok ? 'output-invalid' : outcome.error.code);
  throw new Error('failed');
}

async function attempt(
  handle: (input: unknown) => Promise<unknown>,
  input: unknown,
): Promise<Result<unknown, { readonly code: string }>> {
  try {
    return ok(await handle(input));
  } catch (cause) {
    return fail({ code: describe(cause) });
  }
}

function callerOf(event: IpcMainInvokeEvent, page: WebContents | undefined): Caller {
  const frame = event.senderFrame;
  return {
    isOurPage: event.sender === page,
    isMainFrame: frame !== null && frame.parent === null,
    url: frame?.url ?? '',
  };
}

/** The name only: a message may quote what somebody wrote. A test build says where, for whoever looks for the bug. */
function describe(cause: unknown): string {
  if (!(cause instanceof Error)) return 'unknown';
  return __TEST_BUILD__ ? (cause.stack ?? cause.name) : cause.name;
}
