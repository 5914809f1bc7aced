import { join } from 'node:path';
import type { PersonId, TabletId } from '#protocol/ids.ts';
import { createChance, type Chance } from './chance.ts';
import { createParking, type Parking } from './parking.ts';
import type { PlantedBug } from './planted-bugs.ts';
import { startGateway, type SimulatedGateway } from './simulated-gateway.ts';
import { createNetwork, type Serve, type SimulatedNetwork } from './simulated-network.ts';
import { createStaff } from './simulated-staff.ts';
import { createTablet, simulatedId, type Promised, type SimulatedTablet } from './simulated-tablet.ts';

/** `folder` is the run's own; `template` a finished empty database. */
export type PrisonOptions = { readonly seed: number; readonly folder: string; readonly template: string; readonly bug?: PlantedBug | undefined };

/** A prison in one process: the real sync code of both sides, and everything that can happen to it. */
export type Prison = {
  readonly gateway: SimulatedGateway;
  readonly network: SimulatedNetwork;
  readonly parking: Parking;
  readonly tablets: readonly SimulatedTablet[];
  readonly people: readonly PersonId[];
  /** Every operation ever begun, with the database it was begun in. */
  readonly begun: ReadonlyMap<string, string>;
  readonly promised: readonly Promised[];
  /** Receipts that tablets were given, by operation. */
  readonly receipts: ReadonlyMap<string, ReadonlySet<string>>;
  /** What was seen to go wrong on the way. */
  readonly wrong: string[];
  /** How often each kind of trouble was met. */
  readonly met: ReadonlyMap<string, number>;
  /** Lets one thing happen. */
  readonly disturb: () => Promise<void>;
};

const TEN_YEARS = 10 * 365 * 24 * 3_600_000;
const START = 1_790_000_000_000;

/** Builds a prison at rest. */
export async function createPrison(options: PrisonOptions): Promise<Prison> {
  const chance = createChance(options.seed);
  const people = [simulatedId(1), simulatedId(2)] as PersonId[];
  const tabletIds = [simulatedId(11), simulatedId(12)] as TabletId[];
  const time = { now: START, offsets: new Map<string, number>() };
  const keys = createKeys(chance);
  const parking = createParking();
  const notes = createNotes();
  const gateway = await startGateway({ folder: join(options.folder, String(options.seed)), template: options.template, clock: () => time.now, keysOf: keys.of, people: new Set(people), bug: options.bug });
  const network = createNetwork(chance, notes.listenTo(gateway.handle));
  const begun = new Map<string, string>();
  const promised: Promised[] = [];
  const tablets = tabletIds.map((tabletId) =>
    createTablet({
      tabletId,
      chance,
      begun,
      promised,
      park: parking.park,
      exchange: network.exchangeOf(tabletId),
      clock: () => time.now + (time.offsets.get(tabletId) ?? 0),
      keyOf: (person) => keys.of(tabletId, person)[0] ?? new Uint8Array(),
      onFailure: (error) => notes.wrong.push(`threw: ${String(error)}`),
      bug: options.bug,
    }),
  );
  const staff = createStaff(chance, gateway, tabletIds, people);
  const crashGateway = async (): Promise<void> => {
    network.lose();
    await gateway.restart('crash');
    await notes.checkAnswersKept(gateway);
  };
  const restoreGateway = async (): Promise<void> => {
    network.lose();
    if (await gateway.restart('restore')) notes.forgetAnswers();
  };
  const acts: readonly Act[] = [
    { weight: () => (parking.count() > 0 ? 60 : 0), run: () => { parking.resumeOne(chance); } },
    { weight: () => (network.requests() > 0 ? 30 : 4), run: () => network.reachGateway(staff()) },
    { weight: () => (network.replies() > 0 ? 30 : 0), run: network.deliver },
    { weight: () => 16, run: (tablet) => { if (!tablet.isBusy()) void tablet.synchronise(); } },
    { weight: () => 14, run: (tablet) => void tablet.write(chance.happens(0.1) ? chance.pick(['refuse', 'break']) : `text ${String(chance.below(1000))}`) },
    { weight: () => 6, run: (tablet) => { if (!tablet.isBusy()) tablet.signIn(chance.pick(people)); } },
    { weight: () => 3, run: (tablet) => void tablet.takeBackLast() },
    // What was parked wakes up to find the power gone.
    { weight: () => 4, run: (tablet) => { tablet.crash(); parking.resumeAll(); } },
    { weight: () => 2, run: (tablet) => void time.offsets.set(tablet.tabletId, Math.floor((chance.next() * 2 - 1) * TEN_YEARS)) },
    { weight: () => 2, run: crashGateway },
    { weight: () => 2, run: restoreGateway },
    { weight: () => 3, run: gateway.backUp },
    { weight: () => 3, run: gateway.noteNewestBackup },
    { weight: () => 2, run: gateway.prune },
    { weight: () => 0.5, run: (tablet) => { keys.forget(tablet.tabletId, chance.pick(people)); } },
  ];
  const disturb = async (): Promise<void> => {
    time.now += chance.below(60_000);
    await pickAct(chance, acts).run(chance.pick(tablets));
  };
  return { gateway, network, parking, tablets, people, begun, promised, receipts: notes.receipts, wrong: notes.wrong, met: notes.met, disturb };
}

/** One thing that may happen, to one tablet or to all, and how often beside the others. */
type Act = { readonly weight: () => number; readonly run: (tablet: SimulatedTablet) => unknown };

function pickAct(chance: Chance, acts: readonly Act[]): Act {
  const weights = acts.map((act) => act.weight());
  let rest = chance.next() * weights.reduce((sum, weight) => sum + weight, 0);
  return acts.find((_, index) => (rest -= weights[index] ?? 0) < 0) ?? chance.pick(acts);
}

/** Each person's keys on each tablet, newest first; a forgotten PIN makes a new one. */
function createKeys(chance: Chance): { readonly of: (tablet: TabletId, person: PersonId) => readonly Uint8Array[]; readonly forget: (tablet: TabletId, person: PersonId) => void } {
  const keys = new Map<string, readonly Uint8Array[]>();
  const of = (tablet: TabletId, person: PersonId): readonly Uint8Array[] => {
    const place = `${tablet}|${person}`;
    const known = keys.get(place) ?? [chance.bytes(8)];
    keys.set(place, known);
    return known;
  };
  return { of, forget: (tablet, person) => void keys.set(`${tablet}|${person}`, [chance.bytes(8), ...of(tablet, person)]) };
}

type Notes = {
  readonly wrong: string[];
  readonly met: Map<string, number>;
  readonly receipts: Map<string, Set<string>>;
  readonly listenTo: (serve: Serve) => Serve;
  /** PUSH-6: after a crash, every answer that ever left this history is still there. */
  readonly checkAnswersKept: (gateway: SimulatedGateway) => Promise<void>;
  readonly forgetAnswers: () => void;
};

/** Listens at the gateway's door. */
function createNotes(): Notes {
  const wrong: string[] = [];
  const met = new Map<string, number>();
  const receipts = new Map<string, Set<string>>();
  const answered = new Set<string>();
  const meet = (what: string): void => void met.set(what, (met.get(what) ?? 0) + 1);
  return {
    wrong,
    met,
    receipts,
    listenTo: (serve) => async (tabletId, request) => {
      const reply = await serve(tabletId, request);
      if (reply.restored && request.mark !== null) meet('restored');
      for (const page of reply.pages) meet(`${page.kind}${page.more ? ' and more' : ''}`);
      for (const answer of reply.answers) {
        meet(answer.answer === 'accepted' ? 'accepted' : `${answer.answer} ${answer.code}`);
        if (answer.answer === 'accepted') receipts.set(answer.id, (receipts.get(answer.id) ?? new Set<string>()).add(answer.receipt));
        if (answer.answer !== 'retry' && answer.commit > 0) answered.add(answer.id);
      }
      return reply;
    },
    checkAnswersKept: async (gateway) => {
      meet('crash');
      const kept = await gateway.answeredIds();
      for (const id of answered) if (!kept.has(id)) wrong.push(`PUSH-6 forgotten in a crash: ${id}`);
    },
    forgetAnswers: () => {
      meet('put back');
      answered.clear();
    },
  };
}
