import { createHash } from 'node:crypto';
import type { LinkContact } from '#protocol/family-link/schema.ts';
import { isRestricted } from '#protocol/messaging/rules.ts';
import type { GatewayDatabase } from '../../db/gateway-database.ts';
import type { PeopleTables } from '../../people/tables.ts';
import { contactOfRow } from './message-rows.ts';
import { policyInForce } from './queries.ts';
import type { ContactRow, MessagingTables } from './tables.ts';

/** Contacts told in one call. */
const CONTACTS_PAGE = 200;

/** Gives the contacts that the family service should know of, and does not yet know as they are now. */
export type ContactNews = {
  readonly take: () => Promise<readonly LinkContact[]>;
  readonly known: (contacts: readonly LinkContact[]) => void;
};

/**
 * Compares what the service should know with what it was told since this start. That catches everything that changes
 * a contact (names, approval, a restriction that began at midnight, a new key), and a service restored from an old
 * back-up is told everything anew. Only contacts who were invited are ever known outside.
 */
export function createContactNews(database: GatewayDatabase, publicKey: Uint8Array, clock: () => number): ContactNews {
  const told = new Map<string, string>();
  const gatewayKey = Buffer.from(publicKey).toString('base64url');
  return {
    take: async () => {
      const now = clock();
      const { maxCharacters } = await policyInForce(database.reads<MessagingTables>(), now);
      const rows = await database
        .reads<MessagingTables & PeopleTables>()
        .selectFrom('messaging_contacts')
        .innerJoin('people', 'people.id', 'messaging_contacts.person')
        .selectAll('messaging_contacts')
        .select(['people.first_name', 'people.last_name', 'people.status'])
        .where('invitation_sha256', 'is not', null)
        .where('handling', '=', 'moderated')
        .orderBy('messaging_contacts.id')
        .execute();
      const contacts = rows.map((row): LinkContact => ({ ...linkContact(row, now), gatewayKey, maxCharacters }));
      return contacts.filter((contact) => told.get(contact.contactId) !== hash(contact)).slice(0, CONTACTS_PAGE);
    },
    known: (contacts) => {
      for (const contact of contacts) told.set(contact.contactId, hash(contact));
    },
  };
}

type Row = ContactRow & { readonly first_name: string; readonly last_name: string; readonly status: string };

/** The first name and an initial: enough to know one's own people by, and no more. */
function linkContact(row: Row, now: number): Omit<LinkContact, 'gatewayKey' | 'maxCharacters'> {
  const contact = contactOfRow(row);
  const { invitation_sha256: codeSha256, invitation_expires_at: expiresAt } = row;
  const initial = [...row.last_name][0];
  return {
    contactId: contact.contactId,
    contactName: contact.name,
    prisonerName: initial === undefined ? row.first_name : `${row.first_name} ${initial}.`,
    active: contact.approved && !isRestricted(contact, now) && row.status === 'here',
    invitation: codeSha256 === null || expiresAt === null || expiresAt <= now ? null : { codeSha256, expiresAt },
  };
}

function hash(contact: LinkContact): string {
  return createHash('sha256').update(JSON.stringify(contact)).digest('hex');
}
