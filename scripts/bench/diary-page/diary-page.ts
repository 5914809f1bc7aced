import { createElement, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { carryOut } from '../../../renderer/db/open-dexie.ts';
import { listRecords } from '../../../renderer/features/selfhelp/queries.ts';
import { SelfhelpScreen } from '../../../renderer/features/selfhelp/screens/selfhelp-screen.tsx';
import type { SelfhelpRoute } from '../../../renderer/features/selfhelp/selfhelp-route.ts';
import { asRecord, selfhelpTables, type KeptRecord } from '../../../renderer/features/selfhelp/tables.ts';
import { localToday } from '../../../renderer/features/selfhelp/use-diary.ts';
import type { Person } from '../../../renderer/session/person.ts';
import { useSession } from '../../../renderer/session/session-store.ts';
import { startText } from '../../../renderer/text/start-text.ts';
import '../../../renderer/ui/ui.css';
import { keep, makePerson, pageOf, PLAIN_STORE } from './people.ts';

/** What the bench reads: milliseconds, one entry a turn; `longest` is the longest task while ten years were drawn. */
export type DiaryFigures = {
  readonly openEmpty: readonly number[];
  readonly openFull: readonly number[];
  readonly longest: number;
  readonly writePlain: readonly number[];
  readonly writeSealed: readonly number[];
  readonly readPlain: readonly number[];
  readonly readSealed: readonly number[];
};

declare global {
  // Called by the bench.
  // oxlint-disable-next-line typescript/consistent-type-definitions -- merging into the browser's own needs an interface
  interface Window {
    runDiary: (pages: number, turns: number) => Promise<DiaryFigures>;
  }
}

const nothing = (): void => undefined;

window.runDiary = async (pages, turns) => {
  await startText('en');
  // One page, not none: both screens then show the same thing, today's line.
  const [empty, full] = [await makePerson(1, 1), await makePerson(2, pages)];
  for (const person of [empty, full]) (await open(person, { screen: 'diary' }, '.diary-line')).close();
  const [openEmpty, openFull]: [number[], number[]] = [[], []];
  for (let turn = 0; turn < turns; turn += 1) {
    openEmpty.push(await timeOpening(empty));
    openFull.push(await timeOpening(full));
  }
  return { openEmpty, openFull, longest: await longestTask(full), ...(await times(full, turns)) };
};

async function timeOpening(person: Person): Promise<number> {
  const { took, close } = await open(person, { screen: 'diary' }, '.diary-line');
  close();
  return took;
}

/** `took`: milliseconds from asking for a screen to what is looked for being drawn. `close` takes it away, and its live queries with it. */
async function open(person: Person, route: SelfhelpRoute, wanted: string): Promise<{ readonly took: number; readonly close: () => void }> {
  useSession.setState({ session: { state: 'signed-in', person } });
  const room = document.createElement('div');
  document.body.replaceChildren(room);
  const root = createRoot(room);
  const start = performance.now();
  root.render(createElement(Suspense, null, createElement(SelfhelpScreen, { route, go: nothing, replace: nothing, back: nothing, home: nothing, actNow: nothing })));
  await appears(room, wanted);
  await frame();
  const took = performance.now() - start;
  return { took, close: () => { root.unmount(); } };
}

function appears(room: Element, wanted: string): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (room.querySelector(wanted) === null) return;
      observer.disconnect();
      resolve();
    };
    const observer = new MutationObserver(look);
    observer.observe(room, { childList: true, subtree: true });
    look();
  });
}

function frame(): Promise<void> {
  return new Promise((resolve) => { requestAnimationFrame(() => { setTimeout(resolve, 0); }); });
}

/** Opens the charts and asks for all ten years; the longest task the browser reports meanwhile, 0 where none passed 50 ms. */
async function longestTask(person: Person): Promise<number> {
  const { close } = await open(person, { screen: 'history' }, '.ui-chart-line');
  let longest = 0;
  const observer = new PerformanceObserver((list) => { for (const entry of list.getEntries()) longest = Math.max(longest, entry.duration); });
  observer.observe({ entryTypes: ['longtask'] });
  const all = [...document.querySelectorAll<HTMLInputElement>('.ui-segment input')].at(-1);
  all?.click();
  // The spinner, and then the charts again, of a hundred and more points.
  await new Promise<void>((resolve) => {
    const look = (): void => { if (document.querySelectorAll('.ui-chart-plot').length === 3 && document.querySelectorAll('.ui-chart-mark').length > 300) resolve(); else setTimeout(look, 20); };
    look();
  });
  for (let wait = 0; wait < 10; wait += 1) await frame();
  for (const entry of observer.takeRecords()) longest = Math.max(longest, entry.duration);
  observer.disconnect();
  close();
  return longest;
}

/** Writing and reading with encryption against the same without, in turn. Both reads are parsed by the same schema's table. */
async function times(person: Person, turns: number) {
  const { dexie, blind } = person.database;
  const { records } = selfhelpTables(person.database);
  const kind = await blind('kind', 'check-in');
  const figures = { writePlain: [] as number[], writeSealed: [] as number[], readPlain: [] as number[], readSealed: [] as number[] };
  for (let turn = 0; turn < turns * 4; turn += 1) {
    const row: KeptRecord = keep(1_000_000 + turn, asRecord(pageOf(localToday(), turn)));
    const indexes = { kind: 'a'.repeat(32), place: 'b'.repeat(32), month: 'c'.repeat(32) };
    figures.writePlain.push(await timed(() => dexie.transaction('rw', PLAIN_STORE.name, () => carryOut(dexie, [{ store: PLAIN_STORE.name, put: { id: `w${String(turn)}`, ...indexes, box: row } as { readonly id: string } }]))));
    figures.writeSealed.push(await timed(async () => {
      const write = await records.preparePut(row);
      await dexie.transaction('rw', 'selfhelp_pages', () => carryOut(dexie, [write]));
    }));
  }
  for (let turn = 0; turn < turns; turn += 1) {
    figures.readPlain.push(await timed(() => dexie.table(PLAIN_STORE.name).where('kind').equals(kind).reverse().limit(1000).toArray()));
    figures.readSealed.push(await timed(() => listRecords(person.database, 'check-in', 1000)));
  }
  return figures;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
