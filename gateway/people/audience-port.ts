import type { PersonId, TabletId } from '#protocol/ids.ts';
import type { GatewayTransaction } from '../db/transaction.ts';

/**
 * Told, in the same job, that it changed who uses which tablet or who somebody is. `app.ts` joins the features that
 * care (education's releases, messaging's contacts) to the rooms and features that cause it.
 */
export interface AudiencePort {
  /** The people of these tablets, or their wings, are others now. */
  readonly tabletsChanged: (tx: GatewayTransaction, tabletIds: readonly TabletId[]) => Promise<void>;
  /** This person's name, place or status is another now. */
  readonly personChanged: (tx: GatewayTransaction, personId: PersonId) => Promise<void>;
}
