import type { OperationId, PersonId, TabletId } from '#protocol/ids.ts';
import type { Result } from '#protocol/result.ts';
import type { GatewayDatabase } from '../db/gateway-database.ts';
import type { GatewayTransaction } from '../db/transaction.ts';
import type { Seals } from './seals.ts';

/** What a feature gets of an operation that was opened, is from the right person, and is next in its order. */
export type AppliedOperation = {
  readonly id: OperationId;
  readonly kind: string;
  readonly sequence: number;
  /** The tablet's clock: for display only (SPEC CLOCK-1). */
  readonly composedAt: number;
  /** As it came: the feature parses it with its own schema. */
  readonly payload: unknown;
};

export type OperationContext = {
  readonly tabletId: TabletId;
  readonly personId: PersonId;
  /** The gateway's time, milliseconds since 1970. */
  readonly now: number;
  /** "ABCD-2346", as the person will see it. */
  readonly receipt: string;
};

/**
 * A feature's side of a push. `kind-unknown` and `payload-invalid` become those refusals, any other code (at most 60
 * characters) becomes `refused(rule)` with it as detail. A failure undoes what was written in it.
 */
export type ApplyOperation = (tx: GatewayTransaction, operation: AppliedOperation, context: OperationContext) => Promise<Result<void, { readonly code: string }>>;

/** Whom the gateway knows; answered by the people room. */
export type PeopleOnTablets = {
  /** The person's public keys for that tablet (65 raw bytes), newest first. Older ones stay after a forgotten PIN. */
  readonly keysOf: (tabletId: TabletId, personId: PersonId) => Promise<readonly Uint8Array[]>;
  /** The people assigned to that tablet now. */
  readonly peopleOf: (tabletId: TabletId) => Promise<ReadonlySet<string>>;
};

export type PushDependencies = {
  readonly database: GatewayDatabase;
  readonly people: PeopleOnTablets;
  readonly seals: Seals;
  readonly receiptOf: (operationId: OperationId) => string;
  /** By feature name, the part of a kind before its dot. */
  readonly features: ReadonlyMap<string, ApplyOperation>;
  /** Told the id of an operation whose feature threw: never a body. */
  readonly onFault: (operationId: OperationId, error: unknown) => void;
};
