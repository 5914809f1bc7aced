import { Dexie } from 'dexie';
import { decodeBase64Url, encodeBase64Url } from '#protocol/base64.ts';
import { personIdSchema } from '#protocol/ids.ts';
import { fail, ok } from '#protocol/result.ts';
import type { ShellPort } from '#protocol/shell/bridge.ts';
import { openPersonDatabase, type PersonDatabase } from '../../renderer/db/open-person-database.ts';
import { openTabletDatabase, type TabletDatabase } from '../../renderer/db/open-tablet-database.ts';
import type { FeatureData } from '../../renderer/door/feature-door.ts';
import type { Person } from '../../renderer/session/person.ts';
import { joinPerson, type JoinedPerson } from '../../renderer/sync/join-person.ts';

export const PERSON_ID = personIdSchema.parse('00000000-0000-4000-8000-000000000002');

/** A signed-in person over real databases (in memory), and what a test needs beside. */
export type PersonHere = {
  readonly person: Person;
  readonly database: PersonDatabase;
  readonly tablet: TabletDatabase;
  readonly joined: JoinedPerson;
  /** The keys that private records are sealed with for the gateway. */
  readonly keyring: readonly string[];
  /** What lies in the outbox, opened: kind and payload, in order. */
  readonly handedOver: () => Promise<readonly { readonly id: string; readonly kind: string; readonly payload: unknown }[]>;
  /** The name of an operation's row as the tablet keeps it. */
  readonly markAttempted: (id: string) => Promise<void>;
  readonly close: () => Promise<void>;
};

let count = 0;

/**
 * Signs somebody in to fresh databases. The shell seals by encoding: what is in the outbox can be read by the test.
 * `keyring` of another of their tablets, where their recovery words were typed here.
 */
export async function signedInPerson(data: Readonly<Record<string, FeatureData>>, keyring?: readonly string[]): Promise<PersonHere> {
  count += 1;
  const features = new Map(Object.entries(data));
  const each = [...features.values()];
  const tablet = await openTabletDatabase({
    name: `test-tablet-${String(count)}`,
    stores: each.flatMap((feature) => feature.tabletStores),
    personStores: each.flatMap((feature) => feature.personStores),
  });
  const lookup = count.toString(16).padStart(32, '0');
  const dataKey = encodeBase64Url(new Uint8Array(32).fill(count));
  const database = await openPersonDatabase({ signedIn: { personId: PERSON_ID, lookup, dataKey, keyring: [...(keyring ?? [dataKey])] }, tablet });
  const shell = plainShell();
  const randomBytes = () => crypto.getRandomValues(new Uint8Array(10));
  const joined = joinPerson({ database, shell, features, clock: () => Date.now(), randomBytes, onStored: () => undefined });
  const person: Person = {
    personId: PERSON_ID,
    displayName: 'Sam Jones',
    prisonerNumber: 'A1234BC',
    lookup,
    failuresSinceSignIn: 0,
    database,
    tabletDatabase: tablet,
    outbox: joined.outbox,
    shell,
    reopenRecords: async () => (await Promise.all(each.map(async (feature) => (await feature.reopen?.(database)) ?? []))).flat(),
  };
  type Row = { readonly id: string; readonly box: string };
  return {
    person,
    database,
    tablet,
    joined,
    keyring: keyring ?? [dataKey],
    handedOver: async () => {
      const rows = await database.dexie.table<Row>('outbox').orderBy('sequence').toArray();
      return rows.map(({ id, box }) => ({ id, ...(JSON.parse(new TextDecoder().decode(decodeBase64Url(box))) as { kind: string; payload: unknown }) }));
    },
    markAttempted: async (id) => {
      await database.dexie.table('outbox').update(id, { attemptedAt: Date.now() });
    },
    close: async () => {
      tablet.close();
      await Dexie.delete(database.name);
    },
  };
}

/** A shell that seals by encoding and knows no gateway. */
function plainShell(): ShellPort {
  const unreachable = async () => fail({ code: 'unreachable' as const });
  return {
    status: async () => ({ shell: 'kiosk', appVersion: '0', tablet: null, vaultBinding: 'device-secret' }),
    enrol: unreachable,
    firstSignIn: unreachable,
    signIn: async () => fail({ code: 'not-on-this-tablet' }),
    signOut: async () => ok(null),
    sealOperation: async ({ id, sequence, part }) =>
      ok({ id, personId: PERSON_ID, sequence, enc: '', box: encodeBase64Url(new TextEncoder().encode(JSON.stringify(part))) }),
    openChanges: async ({ box }) => ok(new TextDecoder().decode(decodeBase64Url(box))),
    makeRecoverySheet: async () => fail({ code: 'signed-out' }),
    readRecoverySheet: async () => fail({ code: 'signed-out' }),
    exchange: unreachable,
    fetchManifest: unreachable,
    fetchPiece: unreachable,
    fetchFiles: unreachable,
    fetchRelease: unreachable,
    stick: async () => ({ state: 'none' }),
    openPack: async () => fail({ code: 'not-enrolled' }),
    placePack: async () => ok(null),
    closePack: async () => ok(null),
    camera: async () => fail({ code: 'no-camera' }),
    report: async () => ({ appVersion: '0', shell: 'kiosk', measures: [] }),
    heartbeat: async () => ok(null),
  };
}
