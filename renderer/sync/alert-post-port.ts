import type { Alert, AlertReceived } from '#protocol/alerts/schema.ts';

/** How pressing it is to meet the gateway: a call for help is not there yet, or nobody has seen it yet. */
export type AlertUrgency = 'unsent' | 'unseen' | 'none';

/** The calls for help on this tablet, as the sync room sees them (SPEC ALERT-2). */
export interface AlertPost {
  /** Calls the gateway does not have, oldest first, as many as one exchange takes. */
  readonly unsent: () => Promise<readonly Alert[]>;
  /** Notes, on disk, which of them the gateway has committed (ALERT-3). */
  readonly storeReceived: (received: readonly AlertReceived[]) => Promise<void>;
  /** The gateway was restored from an older copy: what nobody had seen is to be sent again (as OUT-4). */
  readonly reopen: () => Promise<void>;
  readonly urgency: () => Promise<AlertUrgency>;
}
