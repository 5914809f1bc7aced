import { z } from 'zod/mini';
import { contactIdSchema, operationIdSchema, timeSchema } from '#protocol/ids.ts';
import { appealRecordSchema, MAX_APPEAL_WORDS } from '#protocol/messaging/appeal.ts';
import {
  contactSchema,
  MAX_BODY,
  messagePolicySchema,
  messageRecordSchema,
  type Contact,
  type MessagePolicy,
  type MessageRecord,
} from '#protocol/messaging/schema.ts';
import type { PersonDatabase } from '../../db/open-person-database.ts';
import type { StoreDeclaration } from '../../db/stores.ts';
import { createVaultTable, type VaultTable } from '../../db/vault-table.ts';
import { standingOf } from './rules.ts';

const STORES = {
  contacts: 'messaging_contacts',
  messages: 'messaging_messages',
  drafts: 'messaging_drafts',
  policy: 'messaging_policy',
  appeals: 'messaging_appeals',
} as const;

/** Stores of this feature in a person's database. All rows are encrypted; indexes are keyed hashes. */
export const messagingStores: readonly StoreDeclaration[] = [
  { name: STORES.contacts, indexes: [] },
  { name: STORES.messages, indexes: ['contact', 'standing'] },
  { name: STORES.drafts, indexes: [] },
  { name: STORES.policy, indexes: [] },
  { name: STORES.appeals, indexes: [] },
];

/** What somebody has begun to write to a contact. One for each contact; never leaves the tablet. */
export const draftSchema = z.strictObject({
  contactId: contactIdSchema,
  body: z.string().check(z.maxLength(MAX_BODY * 4)),
  savedAt: timeSchema,
});
export type Draft = z.infer<typeof draftSchema>;

/** The one row of the policy store. */
export const POLICY_ID = 'policy';
const storedPolicySchema = z.extend(messagePolicySchema, { id: z.literal(POLICY_ID) });
type StoredPolicy = MessagePolicy & { readonly id: typeof POLICY_ID };

/**
 * An appeal as this tablet holds it. `operationId` while it waits to be handed over, to know its answer by; `draft` what
 * was begun before it was asked; `seenAt` when the answer was looked at, which ends the reminder.
 */
export const storedAppealSchema = z.extend(appealRecordSchema, {
  operationId: z.nullable(operationIdSchema),
  draft: z.optional(z.string().check(z.maxLength(MAX_APPEAL_WORDS * 4))),
  seenAt: z.optional(timeSchema),
});
export type StoredAppeal = z.infer<typeof storedAppealSchema>;

/** The tables, typed. */
export type MessagingTables = {
  readonly contacts: VaultTable<Contact>;
  readonly messages: VaultTable<MessageRecord>;
  readonly drafts: VaultTable<Draft>;
  readonly policy: VaultTable<StoredPolicy>;
  /** By messageId. */
  readonly appeals: VaultTable<StoredAppeal>;
};

/** Opens the tables of this feature over a person's database. */
export function messagingTables(database: PersonDatabase): MessagingTables {
  return {
    contacts: createVaultTable<Contact>(database, { store: STORES.contacts, schema: contactSchema, id: (row) => row.contactId }),
    messages: createVaultTable<MessageRecord>(database, {
      store: STORES.messages,
      schema: messageRecordSchema,
      id: (row) => row.messageId,
      indexes: (row) => ({
        contact: database.blind('contact', row.contactId),
        standing: database.blind('standing', standingOf(row)),
      }),
    }),
    drafts: createVaultTable<Draft>(database, { store: STORES.drafts, schema: draftSchema, id: (row) => row.contactId }),
    policy: createVaultTable<StoredPolicy>(database, { store: STORES.policy, schema: storedPolicySchema, id: (row) => row.id }),
    appeals: createVaultTable<StoredAppeal>(database, { store: STORES.appeals, schema: storedAppealSchema, id: (row) => row.messageId }),
  };
}
