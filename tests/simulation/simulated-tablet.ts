import { makeUuidV7, type PersonId, type TabletId } from '#protocol/ids.ts';
import { fail, ok } from '#protocol/result.ts';
import type { Change } from '#protocol/sync/change.ts';
import type { ShellPort } from '#protocol/shell/bridge.ts';
import type { StoreWrite } from '../../renderer/db/stores.ts';
import { catchUpPerson } from '../../renderer/sync/catch-up-person.ts';
import { exchangeOnce } from '../../renderer/sync/exchange-once.ts';
import { createOutbox, type Outbox } from '../../renderer/sync/outbox.ts';
import type { PersonSyncStore, SyncStore } from '../../renderer/sync/sync-store.ts';
import { openPlain, plainKeyName, sealPlain } from '../support/plain-seals.ts';
import type { Chance } from './chance.ts';
import { addPerson, createMemoryPersonStore, createMemorySyncStore, newDisk, type TabletDisk } from './memory-sync-store.ts';
import type { PlantedBug } from './planted-bugs.ts';

/** Thrown into everything a tablet was doing when it lost its power. */
export class PowerLoss extends Error {}

/** What a person was shown, for the invariants. */
export type Promised = { readonly operationId: string; readonly tabletId: TabletId; readonly personId: PersonId; readonly file: string; withdrawn: boolean };

export type TabletWorld = {
  readonly tabletId: TabletId;
  readonly chance: Chance;
  readonly clock: () => number;
  /** The only way out: resolves when the network has brought a reply or given up. */
  readonly exchange: ShellPort['exchange'];
  /** Stops here until the schedule goes on. */
  readonly park: () => Promise<void>;
  /** Every operation ever begun, with its database, and those the screen called stored. */
  readonly begun: Map<string, string>;
  readonly promised: Promised[];
  /** Anything thrown that is no loss of power: a bug. */
  readonly onFailure: (error: unknown) => void;
  readonly keyOf: (personId: PersonId) => Uint8Array;
  readonly bug?: PlantedBug | undefined;
};

/** A tablet: a disk that stays, and sessions that end when the power does. */
export type SimulatedTablet = {
  readonly tabletId: TabletId;
  readonly disk: TabletDisk;
  /** One exchange, and what came for the person who is signed in. */
  readonly synchronise: () => Promise<void>;
  readonly signIn: (personId: PersonId) => void;
  readonly write: (text: string) => Promise<void>;
  readonly takeBackLast: () => Promise<void>;
  readonly crash: () => void;
  /** True while an exchange is under way: there is one at a time. */
  readonly isBusy: () => boolean;
  /** True when nothing waits, neither to be pushed nor to be applied. */
  readonly isAtRest: () => boolean;
};

type Session = { alive: boolean; busy: boolean; /** The last exchange moved something, or left something. */ more: boolean; person?: { readonly store: PersonSyncStore; readonly outbox: Outbox } };

/** Builds a tablet with an empty disk. */
export function createTablet(world: TabletWorld): SimulatedTablet {
  const disk = newDisk();
  let session: Session = { alive: true, busy: false, more: true };
  let lastWritten: Promised | undefined;

  const powerOf = (mine: Session) => async (): Promise<void> => {
    if (mine.alive && world.chance.happens(0.12)) await world.park();
    if (!mine.alive) throw new PowerLoss();
  };
  const storeOf = (mine: Session): SyncStore => {
    const store = createMemorySyncStore(disk, powerOf(mine));
    return world.bug?.spoilStore?.(store) ?? store;
  };
  /** Runs what the tablet does until its power goes; that alone is no failure. */
  const whilePowered = async (work: (mine: Session) => Promise<void>): Promise<void> => {
    try {
      await work(session);
    } catch (error) {
      if (!(error instanceof PowerLoss)) world.onFailure(error);
    }
  };
  const catchUp = async (mine: Session): Promise<void> => {
    if (mine.person === undefined) return;
    const { store, outbox } = mine.person;
    await catchUpPerson({
      store,
      shell: { openChanges: (sealed) => Promise.resolve(mine.alive ? ok(openPlain(sealed.box)) : fail({ code: 'signed-out' })) },
      alone: outbox.alone,
      fillHoles: outbox.fillHoles,
      openNote: (_id, note) => Promise.resolve(Buffer.from(note).toString()),
      applyChange: (change) => Promise.resolve(toWrites(change)),
      // What was refused goes from the person's list again.
      applyAnswer: ({ id, answer }) => Promise.resolve(answer.answer === 'refused' ? [{ store: 'records', delete: id }] : []),
    });
  };
  return {
    tabletId: world.tabletId,
    disk,
    isBusy: () => session.busy,
    isAtRest: () => !session.more && [...disk.people.values()].every((person) => [...person.outbox.values()].every((entry) => entry.answer !== undefined) && (!person.current || person.inbox.length === 0)),
    synchronise: () =>
      whilePowered(async (mine) => {
        mine.busy = true;
        const shell = { exchange: world.exchange };
        const outcome = await exchangeOnce({ store: storeOf(mine), shell, clock: world.clock, applyTabletChange: (change) => Promise.resolve(toWrites(change)), report: () => Promise.resolve(undefined) });
        mine.more = outcome.outcome === 'failure' || outcome.more || outcome.progress;
        await catchUp(mine);
        mine.busy = false;
      }),
    signIn: (personId) => {
      const key = plainKeyName(world.keyOf(personId));
      const name = `person-${personId}-${key}`;
      const file = disk.people.get(name) ?? addPerson(disk, name, personId);
      const store = createMemoryPersonStore(file, powerOf(session));
      session.person = {
        store,
        outbox: createOutbox({
          store,
          shell: { sealOperation: ({ id, sequence, part }) => Promise.resolve(ok(sealPlain({ id, personId, sequence }, part, key))) },
          sealNote: (_id, kind) => Promise.resolve(Buffer.from(kind)),
          clock: world.clock,
          randomBytes: () => world.chance.bytes(10),
          onStored: () => undefined,
        }),
      };
    },
    write: (text) =>
      whilePowered(async ({ person }) => {
        if (person === undefined) return;
        const id = person.outbox.newId();
        world.begun.set(id, person.store.name);
        const kept = await person.outbox.recordIntention({ writes: [{ store: 'records', put: row(id, text) }], operations: [{ id, kind: 'sim.write', payload: { recordId: id, text } }] });
        if (!kept.ok) return;
        lastWritten = { operationId: id, tabletId: world.tabletId, personId: person.store.personId, file: person.store.name, withdrawn: false };
        world.promised.push(lastWritten);
      }),
    takeBackLast: () =>
      whilePowered(async ({ person }) => {
        const last = lastWritten;
        if (person === undefined || last?.file !== person.store.name) return;
        // While it is being taken back nothing is promised either way, unless the outcome is heard.
        const taken = await person.outbox.withdraw(last.operationId, [{ store: 'records', delete: last.operationId }]).catch((error: unknown) => {
          world.promised.splice(world.promised.indexOf(last), 1);
          throw error;
        });
        if (taken.ok) last.withdrawn = true;
      }),
    crash: () => {
      session.alive = false;
      session = { alive: true, busy: false, more: true };
    },
  };
}

function toWrites(change: Change): readonly StoreWrite[] {
  if ('removed' in change) return [{ store: 'records', delete: change.id }];
  return [{ store: 'records', put: row(change.id, (change.put as { text: string }).text) }];
}

function row(id: string, text: string): { readonly id: string; readonly text: string } {
  return { id, text };
}

/** A tablet's or person's id. */
export function simulatedId(number: number): string {
  return makeUuidV7(number, new Uint8Array(10).fill(number));
}
