import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONTACTS, ESTABLISHMENT, PEOPLE, SIGNING_IN, STAFF, SUGGESTED_PIN, TABLETS } from './demo/demo-cast.mts';
import { type DemoMemory, type KeptCode, openDemoMemory, saveDemoMemory } from './demo/demo-memory.mts';
import { publishDemoPacks, type PublicKey, trustDemoKeys } from './demo/demo-packs.mts';
import { createStaffClient, type StaffClient } from './demo/staff-client.mts';

/** Where a running demo prison is. `dataDir` holds `gateway/`, `family/` and `tablet/`. */
export type DemoPlace = { readonly dataDir: string; readonly webUrl: string; readonly familyUrl: string };

/** Every sign-in of the demo, for the sheet and for demo.json. */
export type DemoSignIns = {
  readonly staff: Readonly<Record<string, { readonly username: string; readonly password: string }>>;
  readonly tablets: Readonly<Record<'kiosk' | 'browser', { readonly enrolmentCode: string }>>;
  readonly prisoners: readonly {
    readonly name: string;
    readonly prisonerNumber: string;
    readonly suggestedPin: string;
    readonly kioskCode: string;
    readonly browserCode: string;
  }[];
  readonly family: {
    readonly contact: string;
    readonly writesTo: string;
    readonly portal: string;
    readonly invitationCode: string;
  };
};

type Known = { readonly personId: string; readonly prisonerNumber: string };
type Tablet = {
  readonly tabletId: string;
  readonly name: string;
  readonly state: string;
  readonly enrolmentCode: CodeState;
  readonly people: readonly {
    readonly personId: string;
    readonly firstSignInAt: number | null;
    readonly firstSignInCode: CodeState;
  }[];
};
type CodeState = { readonly expiresAt: number; readonly usedAt: number | null } | null;
type Contact = {
  readonly contactId: string;
  readonly name: string;
  readonly person: { readonly personId: string };
  readonly invitation: { readonly expiresAt: number; readonly open: boolean } | null;
};

/** Said in place of a code that has done its work. */
const USED = 'used';

/**
 * Makes the demo prison through the gateway's own API, or completes one that is there: what exists is left alone, and
 * only codes that ran out unused are given out anew. Returns the sign-ins.
 */
export async function seedDemoPrison(place: DemoPlace): Promise<DemoSignIns> {
  const memory = createKeeper(place.dataDir);
  const administrator = await beAdministrator(place, memory.password);
  const named = await administrator.get<{ readonly name: string }>('/establishment');
  // Only once: a start that changes nothing writes nothing into the audit.
  if (named.name !== ESTABLISHMENT.name) await administrator.send('PUT', '/establishment', ESTABLISHMENT);
  await addStaff(administrator, memory.password);
  const people = await addPeople(administrator);
  const keysFolder = join(place.dataDir, 'keys');
  const root = await trustDemoKeys(keysFolder, join(place.dataDir, 'gateway'), administrator);
  await publishDemoPacks(keysFolder, join(place.dataDir, 'packs'), await signIn(place, 'education', memory.password));
  const invitationCode = await addContacts(administrator, people, memory);
  const tablets = await addTablets(administrator, people, memory);
  writeTabletSettings(place.dataDir, root);
  return {
    staff: Object.fromEntries(STAFF.map(({ role, username }) => [role, { username, password: memory.password }])),
    tablets: {
      kiosk: { enrolmentCode: tablets.kiosk.enrolmentCode },
      browser: { enrolmentCode: tablets.browser.enrolmentCode },
    },
    prisoners: PEOPLE.slice(0, SIGNING_IN).map(({ firstName, lastName, prisonerNumber }) => ({
      name: `${firstName} ${lastName}`,
      prisonerNumber,
      suggestedPin: SUGGESTED_PIN,
      kioskCode: tablets.kiosk.codes[prisonerNumber] ?? USED,
      browserCode: tablets.browser.codes[prisonerNumber] ?? USED,
    })),
    family: {
      contact: CONTACTS[0].name,
      writesTo: `${PEOPLE[0].firstName} ${PEOPLE[0].lastName}`,
      portal: `${place.familyUrl}/`,
      invitationCode,
    },
  };
}

type Keeper = {
  readonly password: string;
  readonly recall: (name: string) => KeptCode | undefined;
  readonly keep: (name: string, code: KeptCode) => void;
};

function createKeeper(dataDir: string): Keeper {
  let memory: DemoMemory = openDemoMemory(dataDir);
  return {
    password: memory.password,
    recall: (name) => memory.codes[name],
    keep: (name, code) => {
      memory = { ...memory, codes: { ...memory.codes, [name]: code } };
      saveDemoMemory(dataDir, memory);
    },
  };
}

async function signIn(place: DemoPlace, role: (typeof STAFF)[number]['role'], password: string): Promise<StaffClient> {
  const client = createStaffClient(place.webUrl);
  const { username } = STAFF.find((one) => one.role === role) ?? STAFF[0];
  await client.send('POST', '/session', { username, password });
  return client;
}

/** With the one-time token of an empty gateway, or else by name and password. */
async function beAdministrator(place: DemoPlace, password: string): Promise<StaffClient> {
  const file = join(place.dataDir, 'gateway', 'first-administrator.json');
  if (!existsSync(file)) return signIn(place, 'administrator', password);
  const { token } = JSON.parse(readFileSync(file, 'utf8')) as { readonly token: string };
  const client = createStaffClient(place.webUrl);
  const { username, name } = STAFF.find((one) => one.role === 'administrator') ?? STAFF[0];
  await client.send('POST', '/first-administrator', { token, username, name, password });
  return client;
}

async function addStaff(administrator: StaffClient, password: string): Promise<void> {
  const { accounts } = await administrator.get<{ readonly accounts: readonly { readonly username: string }[] }>(
    '/accounts',
  );
  for (const account of STAFF) {
    if (accounts.every(({ username }) => username !== account.username))
      await administrator.send('POST', '/accounts', { ...account, password });
  }
}

async function addPeople(administrator: StaffClient): Promise<ReadonlyMap<string, string>> {
  const { people } = await administrator.get<{ readonly people: readonly Known[] }>('/people');
  const ids = new Map(people.map(({ prisonerNumber, personId }) => [prisonerNumber, personId]));
  for (const person of PEOPLE) {
    if (ids.has(person.prisonerNumber)) continue;
    const added = await administrator.send<Known>('POST', '/people', person);
    ids.set(person.prisonerNumber, added.personId);
  }
  return ids;
}

/** Returns the invitation of the first contact. */
async function addContacts(
  administrator: StaffClient,
  people: ReadonlyMap<string, string>,
  memory: Keeper,
): Promise<string> {
  const { contacts } = await administrator.get<{ readonly contacts: readonly Contact[] }>('/contacts');
  const all = [...contacts];
  for (const { of, ...contact } of CONTACTS) {
    const personId = people.get(of);
    if (all.every((known) => known.name !== contact.name || known.person.personId !== personId)) {
      all.push(await administrator.send<Contact>('POST', '/contacts', { personId, ...contact }));
    }
  }
  const invited = all.find(({ name }) => name === CONTACTS[0].name);
  if (invited === undefined) return USED;
  const kept = memory.recall('invitation');
  if (kept !== undefined && kept.expiresAt > Date.now()) return kept.code;
  const invitation = await administrator.send<KeptCode>('POST', `/contacts/${invited.contactId}/invitation`);
  memory.keep('invitation', invitation);
  return invitation.code;
}

type SeededTablet = { readonly enrolmentCode: string; readonly codes: Readonly<Record<string, string>> };

async function addTablets(
  administrator: StaffClient,
  people: ReadonlyMap<string, string>,
  memory: Keeper,
): Promise<Readonly<Record<'kiosk' | 'browser', SeededTablet>>> {
  const { tablets } = await administrator.get<{ readonly tablets: readonly Tablet[] }>('/tablets');
  const seed = (wanted: (typeof TABLETS)[number]): Promise<SeededTablet> =>
    seedTablet(
      administrator,
      wanted,
      tablets.find(({ name }) => name === wanted.name),
      people,
      memory,
    );
  return { kiosk: await seed(TABLETS[0]), browser: await seed(TABLETS[1]) };
}

async function seedTablet(
  administrator: StaffClient,
  { key, ...place }: (typeof TABLETS)[number],
  known: Tablet | undefined,
  people: ReadonlyMap<string, string>,
  memory: Keeper,
): Promise<SeededTablet> {
  let tablet = known;
  if (tablet === undefined) {
    const added = await administrator.send<{ readonly tablet: Tablet; readonly enrolmentCode: KeptCode }>(
      'POST',
      '/tablets',
      place,
    );
    memory.keep(key, added.enrolmentCode);
    const personIds = PEOPLE.slice(0, SIGNING_IN).map(({ prisonerNumber }) => people.get(prisonerNumber));
    tablet = await administrator.send<Tablet>('PUT', `/tablets/${added.tablet.tabletId}/people`, { personIds });
  }
  const { tabletId } = tablet;
  const enrolmentCode =
    tablet.state === 'waiting'
      ? await freshCode(administrator, memory, key, `/tablets/${tabletId}/enrolment-code`)
      : USED;
  const codes: Record<string, string> = {};
  for (const { prisonerNumber } of PEOPLE.slice(0, SIGNING_IN)) {
    const person = tablet.people.find(({ personId }) => personId === people.get(prisonerNumber));
    if (person === undefined || person.firstSignInAt !== null) continue;
    codes[prisonerNumber] = await freshCode(
      administrator,
      memory,
      `${key}/${prisonerNumber}`,
      `/tablets/${tabletId}/people/${person.personId}/first-sign-in-code`,
    );
  }
  return { enrolmentCode, codes };
}

/** The code given out before, while it is good; else a new one. */
async function freshCode(administrator: StaffClient, memory: Keeper, name: string, path: string): Promise<string> {
  const kept = memory.recall(name);
  if (kept !== undefined && kept.expiresAt > Date.now()) return kept.code;
  const issued = await administrator.send<KeptCode>('POST', path, {});
  memory.keep(name, issued);
  return issued.code;
}

/** What the image of a real tablet would carry: where its gateway is, and whom it trusts. */
function writeTabletSettings(dataDir: string, root: PublicKey): void {
  const doors = JSON.parse(readFileSync(join(dataDir, 'gateway', 'doors.json'), 'utf8')) as {
    readonly tabletUrl: string;
    readonly caPem: string;
  };
  const folder = join(dataDir, 'tablet');
  mkdirSync(folder, { recursive: true });
  const settings = {
    gatewayTabletUrl: doors.tabletUrl,
    gatewayCaPem: doors.caPem,
    packKeys: [],
    packRoots: { keys: [root], threshold: 1 },
    establishment: ESTABLISHMENT.name,
  };
  writeFileSync(join(folder, 'settings.json'), `${JSON.stringify(settings, null, 2)}\n`);
}
