import type { TabletId } from '#protocol/ids.ts';
import type { GatewayTransaction } from '../../../db/transaction.ts';

/** Every tablet there is, inside a job. */
export type AllTablets = (tx: GatewayTransaction) => Promise<readonly TabletId[]>;
