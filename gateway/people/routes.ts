import type { TabletId } from '#protocol/ids.ts';
import { fail, ok } from '#protocol/result.ts';
import { bytesToId, idToBytes } from '../db/id-bytes.ts';
import type { GatewayDatabase } from '../db/gateway-database.ts';
import type { GatewayFeature } from '../http/gateway-feature.ts';
import { staffRoute } from '../http/staff-route.ts';
import type { AudiencePort } from './audience-port.ts';
import { addPerson, changePerson } from './person-actions.ts';
import { loadPerson, personOf, type PersonRecord } from './person-queries.ts';
import { peoplePolicy } from './policy.ts';
import {
  changePersonRequestSchema,
  newPersonRequestSchema,
  type Person,
  peopleQuerySchema,
  peopleSchema,
  personParamsSchema,
  personSchema,
} from './staff-api.ts';
import type { PeopleTables } from './tables.ts';

/** What the console of people needs beside the database. */
export type PeopleDependencies = {
  readonly database: GatewayDatabase;
  readonly audience: AudiencePort;
  /** The name of a tablet, which belongs to the tablets feature. */
  readonly tabletNames: (tabletIds: readonly TabletId[]) => Promise<ReadonlyMap<TabletId, string>>;
};

/** The people room's door. */
export function createPeople(dependencies: PeopleDependencies): GatewayFeature {
  return {
    name: 'people',
    policy: peoplePolicy,
    staffRoutes: [listRoute(dependencies), readRoute(dependencies), addRoute(dependencies), changeRoute(dependencies)],
    counts: async (database) => {
      const { here } = await database
        .reads<PeopleTables>()
        .selectFrom('people')
        .select(({ fn }) => fn.countAll<number>().as('here'))
        .where('status', '=', 'here')
        .executeTakeFirstOrThrow();
      return [{ name: 'people.here', action: 'people.read', count: Number(here) }];
    },
  };
}

function listRoute(dependencies: PeopleDependencies) {
  return staffRoute({
    method: 'GET',
    path: '/people',
    action: 'people.read',
    query: peopleQuerySchema,
    reply: peopleSchema,
    handle: async ({ query }) => {
      let rows = dependencies.database
        .reads<PeopleTables>()
        .selectFrom('people')
        .selectAll()
        .orderBy('last_name')
        .orderBy('first_name')
        .orderBy('id');
      if (query.wing !== undefined) rows = rows.where('wing', '=', query.wing);
      if (query.status !== undefined) rows = rows.where('status', '=', query.status);
      const people = (await rows.execute()).map(personOf).filter((person) => fits(person, query.search));
      return ok({ people: await withTablets(dependencies, people) });
    },
  });
}

function readRoute(dependencies: PeopleDependencies) {
  return staffRoute({
    method: 'GET',
    path: '/people/:personId',
    action: 'people.read',
    params: personParamsSchema,
    reply: personSchema,
    handle: async ({ params }) => {
      const person = await loadPerson(dependencies.database.reads<PeopleTables>(), params.personId);
      return person === undefined ? fail({ code: 'not-found' }) : ok(await withTabletsOfOne(dependencies, person));
    },
  });
}

function addRoute(dependencies: PeopleDependencies) {
  return staffRoute({
    method: 'POST',
    path: '/people',
    action: 'people.change',
    body: newPersonRequestSchema,
    reply: personSchema,
    handle: async ({ staff, body }) => {
      const added = await dependencies.database.committer.submit((tx) =>
        addPerson(tx, { kind: 'staff', id: staff.staffId }, body),
      );
      return added.ok ? ok({ ...added.value, tablets: [] }) : added;
    },
  });
}

function changeRoute(dependencies: PeopleDependencies) {
  return staffRoute({
    method: 'PATCH',
    path: '/people/:personId',
    action: 'people.change',
    params: personParamsSchema,
    body: changePersonRequestSchema,
    reply: personSchema,
    handle: async ({ staff, params, body }) => {
      const changed = await dependencies.database.committer.submit((tx) =>
        changePerson(tx, { kind: 'staff', id: staff.staffId }, dependencies.audience, params.personId, body),
      );
      return changed.ok ? ok(await withTabletsOfOne(dependencies, changed.value)) : changed;
    },
  });
}

/** Searches as people do: part of a name or of the number, in any case. */
function fits(person: PersonRecord, search: string | undefined): boolean {
  if (search === undefined || search === '') return true;
  return `${person.firstName} ${person.lastName} ${person.prisonerNumber}`.toLowerCase().includes(search.toLowerCase());
}

async function withTabletsOfOne(dependencies: PeopleDependencies, person: PersonRecord): Promise<Person> {
  const [one] = await withTablets(dependencies, [person]);
  return one ?? { ...person, tablets: [] };
}

async function withTablets(dependencies: PeopleDependencies, people: readonly PersonRecord[]): Promise<Person[]> {
  if (people.length === 0) return [];
  const rows = await dependencies.database
    .reads<PeopleTables>()
    .selectFrom('assignments')
    .select(['tablet', 'person'])
    .where(
      'person',
      'in',
      people.map((person) => idToBytes(person.personId)),
    )
    .execute();
  const assigned = rows.map((row) => ({
    tabletId: bytesToId<TabletId>(row.tablet),
    personId: bytesToId<string>(row.person),
  }));
  const names = await dependencies.tabletNames([...new Set(assigned.map((each) => each.tabletId))]);
  return people.map((person) => ({
    ...person,
    tablets: assigned
      .filter((each) => each.personId === person.personId)
      .map(({ tabletId }) => ({ tabletId, name: names.get(tabletId) ?? '' })),
  }));
}
