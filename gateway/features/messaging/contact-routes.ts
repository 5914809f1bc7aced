import { createHash } from 'node:crypto';
import { makeInvitation, showInvitation } from '#protocol/family-link/invitation.ts';
import { contactIdSchema, type ContactId } from '#protocol/ids.ts';
import { fail, ok, type Result } from '#protocol/result.ts';
import { bytesToId, idToBytes } from '../../db/id-bytes.ts';
import type { RouteFailure } from '../../http/error-replies.ts';
import { staffRoute, type StaffCaller, type StaffRoute } from '../../http/staff-route.ts';
import { changeContact, createContact, inviteContact, setKnown } from './contact-actions.ts';
import { loadKnownContacts } from './queries.ts';
import type { MessagingRouteDependencies } from './route-support.ts';
import {
  changeContactRequestSchema,
  contactParamsSchema,
  contactsQuerySchema,
  contactsSchema,
  invitationSchema,
  knownByMeRequestSchema,
  newContactRequestSchema,
  staffContactSchema,
  type StaffContact,
} from './staff-api.ts';
import type { MessagingTables } from './tables.ts';
import { staffContact, type ViewReads } from './views.ts';

/** Contacts in one list. */
const CONTACTS_PAGE = 200;
/** Random bytes for one invitation: twelve characters with bytes to pass over. */
const INVITATION_BYTES = 64;

/** Routes about contacts: list, make, change, invite, and "I know them". */
export function contactRoutes(dependencies: MessagingRouteDependencies): readonly StaffRoute[] {
  return [
    listRoute(dependencies),
    readRoute(dependencies),
    createRoute(dependencies),
    changeRoute(dependencies),
    inviteRoute(dependencies),
    knownRoute(dependencies),
  ];
}

function listRoute(dependencies: MessagingRouteDependencies): StaffRoute {
  return staffRoute({
    method: 'GET',
    path: '/contacts',
    action: 'contacts.read',
    query: contactsQuerySchema,
    reply: contactsSchema,
    handle: async ({ staff, query, now }) => {
      let rows = selectContacts(dependencies);
      if (query.personId !== undefined) rows = rows.where('messaging_contacts.person', '=', idToBytes(query.personId));
      const words = query.search?.trim().toLocaleLowerCase('en-GB') ?? '';
      const known = await knownBy(dependencies, staff);
      // Searched here and not in SQL: names have accents, which the two databases fold differently.
      const contacts = (await rows.execute())
        .map((row) => staffContact(row, known, now))
        .filter((contact) => words === '' || searchText(contact).includes(words))
        .slice(0, CONTACTS_PAGE);
      return ok({ contacts });
    },
  });
}

function readRoute(dependencies: MessagingRouteDependencies): StaffRoute {
  return staffRoute({
    method: 'GET',
    path: '/contacts/:contactId',
    action: 'contacts.read',
    params: contactParamsSchema,
    reply: staffContactSchema,
    handle: ({ staff, params, now }) => showContact(dependencies, params.contactId, staff, now),
  });
}

function createRoute(dependencies: MessagingRouteDependencies): StaffRoute {
  return staffRoute({
    method: 'POST',
    path: '/contacts',
    action: 'contacts.change',
    body: newContactRequestSchema,
    reply: staffContactSchema,
    handle: async ({ staff, body, now }) => {
      const contactId = contactIdSchema.parse(dependencies.makeId());
      const made = await dependencies.database.committer.submit((tx) =>
        createContact(tx, contactId, body, staff.staffId),
      );
      return made.ok ? showContact(dependencies, contactId, staff, now) : fail({ code: 'not-found' });
    },
  });
}

function changeRoute(dependencies: MessagingRouteDependencies): StaffRoute {
  return staffRoute({
    method: 'PATCH',
    path: '/contacts/:contactId',
    action: 'contacts.change',
    params: contactParamsSchema,
    body: changeContactRequestSchema,
    reply: staffContactSchema,
    handle: async ({ staff, params, body, now }) => {
      const changed = await dependencies.database.committer.submit((tx) =>
        changeContact(tx, params.contactId, body, staff.staffId),
      );
      return changed.ok ? showContact(dependencies, params.contactId, staff, now) : fail({ code: 'not-found' });
    },
  });
}

function inviteRoute(dependencies: MessagingRouteDependencies): StaffRoute {
  return staffRoute({
    method: 'POST',
    path: '/contacts/:contactId/invitation',
    action: 'contacts.invite',
    params: contactParamsSchema,
    reply: invitationSchema,
    handle: async ({ staff, params }) => {
      const code = makeInvitation(dependencies.randomBytes(INVITATION_BYTES));
      if (code === undefined) return fail({ code: 'busy' });
      const hash = createHash('sha256').update(code).digest('hex');
      const invited = await dependencies.database.committer.submit((tx) =>
        inviteContact(tx, params.contactId, hash, staff.staffId),
      );
      if (invited.ok) return ok({ code: showInvitation(code), expiresAt: invited.value.expiresAt });
      return fail({ code: invited.error.code === 'not-invitable' ? 'contact-not-invitable' : 'not-found' });
    },
  });
}

function knownRoute(dependencies: MessagingRouteDependencies): StaffRoute {
  return staffRoute({
    method: 'PUT',
    path: '/contacts/:contactId/known-by-me',
    action: 'messages.decide',
    params: contactParamsSchema,
    body: knownByMeRequestSchema,
    reply: staffContactSchema,
    handle: async ({ staff, params, body, now }) => {
      const set = await dependencies.database.committer.submit((tx) =>
        setKnown(tx, params.contactId, body.known, staff.staffId),
      );
      return set.ok ? showContact(dependencies, params.contactId, staff, now) : fail({ code: 'not-found' });
    },
  });
}

function selectContacts(dependencies: MessagingRouteDependencies) {
  const db: ViewReads = dependencies.database.reads();
  return db
    .selectFrom('messaging_contacts')
    .leftJoin('people', 'people.id', 'messaging_contacts.person')
    .selectAll('messaging_contacts')
    .select([
      'people.prisoner_number as person_number',
      'people.first_name as person_first',
      'people.last_name as person_last',
      'people.wing as person_wing',
    ])
    .orderBy('messaging_contacts.name')
    .orderBy('messaging_contacts.id');
}

async function showContact(
  dependencies: MessagingRouteDependencies,
  contactId: ContactId,
  staff: StaffCaller,
  now: number,
): Promise<Result<StaffContact, RouteFailure>> {
  const row = await selectContacts(dependencies)
    .where('messaging_contacts.id', '=', idToBytes(contactId))
    .executeTakeFirst();
  return row === undefined
    ? fail({ code: 'not-found' })
    : ok(staffContact(row, await knownBy(dependencies, staff), now));
}

async function knownBy(dependencies: MessagingRouteDependencies, staff: StaffCaller): Promise<ReadonlySet<string>> {
  const ids = await loadKnownContacts(dependencies.database.reads<MessagingTables>(), staff.staffId);
  return new Set(ids.map((id) => bytesToId(id)));
}

function searchText(contact: StaffContact): string {
  return `${contact.name} ${contact.person.name} ${contact.person.prisonerNumber ?? ''}`.toLocaleLowerCase('en-GB');
}
