import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { messageIdSchema, type ContactId, type PersonId } from '#protocol/ids.ts';
import { loadContactRow } from '../../gateway/features/messaging/queries.ts';
import { takeIn } from '../../gateway/features/messaging/take-in.ts';
import type { MessagingTables } from '../../gateway/features/messaging/tables.ts';
import { createLog } from '../../gateway/http/create-log.ts';
import { openGateway } from '../../gateway/open-gateway.ts';
import { staffRoles, type StaffRole } from '../../gateway/staff/staff-api.ts';
import { createStaffClient } from '../../scripts/demo/staff-client.mts';
import { inProject } from '../../scripts/lib/paths.mts';

/** A real gateway on a real port with staff of every role, two people and one contact, for the console's screens. */
export type StaffedGateway = {
  readonly webUrl: string;
  /** Sign-in name of a role; all have `password`. */
  readonly username: (role: StaffRole) => string;
  readonly password: string;
  readonly personId: PersonId;
  /** Puts messages from the prisoner into the queue, oldest first. */
  readonly receive: (...bodies: readonly string[]) => Promise<void>;
  /** Ends every session, as a restart of the session store would. */
  readonly endSessions: () => Promise<void>;
  readonly close: () => Promise<void>;
};

const PASSWORD = 'three plain words 24';
/** The queue shows the time a message came: tests need no other clock. */
const clock = (): number => Date.now();

/** Opens one; takes about three seconds, most of it hashing passwords. */
export async function openStaffedGateway(): Promise<StaffedGateway> {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-console-'));
  const opened = await openGateway({ ...SETTINGS, dataFolder: folder }, createLog({ write: () => undefined }), clock);
  if (!opened.ok) throw new Error(opened.error.sentence);
  const gateway = opened.value;
  const { webUrl, database } = gateway;
  const administrator = createStaffClient(webUrl);
  const { token } = JSON.parse(readFileSync(join(folder, 'first-administrator.json'), 'utf8')) as { readonly token: string };
  await administrator.send('POST', '/first-administrator', { token, username: 'the-administrator', name: 'The administrator', password: PASSWORD });
  await administrator.send('PUT', '/establishment', { name: 'HMP Test', wings: ['A wing', 'B wing'] });
  for (const role of staffRoles.filter((one) => one !== 'administrator'))
    await administrator.send('POST', '/accounts', { username: `the-${role}`, name: `The ${role}`, role, password: PASSWORD });
  const { personId } = await administrator.send<{ readonly personId: PersonId }>('POST', '/people', { prisonerNumber: 'A1234BC', firstName: 'Sam', lastName: 'Reed', wing: 'A wing', cell: '1-01' });
  const { contactId } = await administrator.send<{ readonly contactId: ContactId }>('POST', '/contacts', { personId, name: 'Mum', relationship: 'mother', handling: 'moderated', approved: true });
  const receive = async (body: string): Promise<void> => {
    await database.committer.submit(async (tx) => {
      const contact = await loadContactRow(tx.tables<MessagingTables>(), contactId);
      if (contact === undefined) throw new Error('The contact is missing.');
      const taken = await takeIn(tx, { messageId: messageIdSchema.parse(randomUUID()), personId, contact, direction: 'out', body, writtenAt: tx.now, receipt: null, ownNumber: 'A1234BC', chance: 0.5 });
      if (!taken.ok) throw new Error(taken.error.code);
    });
  };
  return {
    webUrl,
    username: (role) => `the-${role}`,
    password: PASSWORD,
    personId,
    receive: async (...bodies) => {
      for (const body of bodies) await receive(body);
    },
    endSessions: async () => {
      // A new password ends that person's sessions.
      const { accounts } = await administrator.get<{ readonly accounts: readonly { readonly staffId: string; readonly username: string }[] }>('/accounts');
      for (const { staffId, username } of accounts)
        if (username !== 'the-administrator') await administrator.send('PATCH', `/accounts/${staffId}`, { password: PASSWORD });
    },
    close: async () => {
      await gateway.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const SETTINGS = {
  webPort: 0,
  tabletPort: 0,
  tabletAddress: '127.0.0.1',
  names: [],
  publicOrigin: undefined,
  postgresUrl: undefined,
  family: undefined,
  pagesFolder: inProject('out'),
  packCommand: { program: process.execPath, args: [inProject('scripts/throughline.mts')] },
  bodyTimeoutMs: 20_000,
  requestsPerMinute: 100_000,
} as const;
