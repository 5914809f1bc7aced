import { z } from 'zod/mini';
import { base64Url, recordIdSchema, timeSchema } from '#protocol/ids.ts';
import { roleKeySchema, shareAnswerSchema, sharedPageSchema, shareRoleSchema, shareStateSchema } from '#protocol/selfhelp/sharing.ts';
import type { PersonDatabase } from '../../../db/open-person-database.ts';
import type { TabletDatabase } from '../../../db/open-tablet-database.ts';
import type { StoreDeclaration } from '../../../db/stores.ts';
import { createVaultTable, type VaultTable } from '../../../db/vault-table.ts';

const STORES = { shares: 'selfhelp_shares', seenKeys: 'selfhelp_seen_keys', roleKeys: 'selfhelp_role_keys' } as const;

/** Stores of sharing in a person's database; all rows are encrypted. */
export const sharingStores: readonly StoreDeclaration[] = [
  { name: STORES.shares, indexes: [] },
  { name: STORES.seenKeys, indexes: [] },
];

/** And in the tablet's own: the roles' public keys, which are no secret. */
export const sharingTabletStores: readonly StoreDeclaration[] = [{ name: STORES.roleKeys, indexes: [] }];

/** The store whose key seals the person's own copy of what they share. */
export const SHARES_STORE = STORES.shares;

/**
 * One thing that somebody shares. `waiting`: on this tablet. `there`: the gateway has it. `leaving`: taken back, and the
 * gateway has not been told yet. `ended`: deleted there. `refused`: it was never taken.
 */
const shareRowSchema = z.strictObject({
  shareId: recordIdSchema,
  role: shareRoleSchema,
  since: timeSchema,
  until: timeSchema,
  state: z.enum(['waiting', 'there', 'leaving', 'ended', 'refused']),
  /** The operation that takes it back: the gateway’s word on that one ends this share, and no other. */
  takeBackId: z.optional(z.string()),
  title: z.string(),
  /** Null once it is over, and where this tablet has no key for it. */
  page: z.nullable(sharedPageSchema),
  answerKey: z.nullable(base64Url(50)),
  /** What the gateway said, while this tablet has no key for its note: keys may come. */
  locked: z.optional(shareStateSchema),
  openings: z.array(z.object({ by: z.string(), at: timeSchema })),
  answers: z.array(z.object({ answerId: recordIdSchema, by: z.string(), at: timeSchema, answer: z.nullable(shareAnswerSchema) })),
});
export type ShareRow = z.infer<typeof shareRowSchema>;

/** The key with which somebody last shared with a role: another one is pointed out to them. */
const seenKeySchema = z.strictObject({ role: shareRoleSchema, publicKey: base64Url(100) });
export type SeenKey = z.infer<typeof seenKeySchema>;

export type SharingTables = { readonly shares: VaultTable<ShareRow>; readonly seenKeys: VaultTable<SeenKey> };

/** Opens these tables over a person's database. */
export function sharingTables(database: PersonDatabase): SharingTables {
  return {
    shares: createVaultTable<ShareRow>(database, { store: STORES.shares, schema: shareRowSchema, id: (row) => row.shareId }),
    seenKeys: createVaultTable<SeenKey>(database, { store: STORES.seenKeys, schema: seenKeySchema, id: (row) => row.role }),
  };
}

/** A role's key as the tablet keeps it. `id` is the role. */
export type RoleKeyRow = z.infer<typeof roleKeySchema> & { readonly id: string };

/** The tablet's table of role keys. */
export function roleKeys(tablet: TabletDatabase) {
  return tablet.table<RoleKeyRow>(STORES.roleKeys);
}

/** The write that keeps a role's key. */
export function putRoleKey(put: unknown) {
  const key = roleKeySchema.parse(put);
  return { store: STORES.roleKeys, put: { ...key, id: key.role } } as const;
}
