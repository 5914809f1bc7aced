import type { BridgeCallName } from '#protocol/shell/bridge.ts';
import type { Rate } from './token-bucket.ts';

/** What a page does at most, with room to spare; a flood wrote 24 MB in 7 s in the trials (security.md 5 F86). */
export const RATES: Readonly<Record<BridgeCallName, Rate>> = {
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

/** New lines to the vault: one for each load of a page, and one more when the vault's process has ended. */
export const LINE_RATE: Rate = { burst: 10, perSecond: 1 };
