import { z } from 'zod/mini';
import { changeSchema, type Change } from '#protocol/sync/change.ts';
import type { ShellPort } from '#protocol/shell/bridge.ts';
import type { Answer } from '#protocol/sync/operation.ts';
import type { StoreWrite } from '../db/stores.ts';
import { preparePage } from './prepare-page.ts';
import type { PersonSyncStore, WaitingPage } from './sync-store.ts';

/** What the signed-in person's side is made of. */
export type PersonSync = {
  readonly store: PersonSyncStore;
  readonly shell: Pick<ShellPort, 'openChanges'>;
  readonly applyChange: (change: Change) => Promise<readonly StoreWrite[]>;
  readonly applyAnswer: (answered: { readonly id: string; readonly kind: string; readonly answer: Answer }) => Promise<readonly StoreWrite[]>;
  /** Opens the kind that was kept with an operation; undefined when it cannot be read. */
  readonly openNote: (id: string, note: Uint8Array) => Promise<string | undefined>;
  /** Carries out work during which nothing of the person's is stored: what a page is applied to must not change meanwhile. */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T>;
  /** Puts withdrawn operations where unreadable ones were set aside. */
  readonly fillHoles: () => Promise<void>;
};

/** Answers told in one go; more are told in the next. */
const ANSWERS_AT_ONCE = 100;

const changesSchema = z.array(changeSchema);

/**
 * Brings the person's records up to date with what came while they were away, and while they are here: answers
 * first, then the waiting pages in the order they came (SPEC PULL-7). Call it at sign-in and after each exchange,
 * never twice at a time. Stops when the person has signed out.
 */
export async function catchUpPerson(person: PersonSync): Promise<void> {
  await person.fillHoles();
  await tellAnswers(person);
  for (let page = await person.store.nextPage(); page !== undefined; page = await person.store.nextPage()) {
    const waiting = page;
    if ((await person.alone(() => applyWaitingPage(person, waiting))) === 'signed-out') return;
  }
}

async function tellAnswers({ store, applyAnswer, openNote }: PersonSync): Promise<void> {
  for (let answered = await store.untold(ANSWERS_AT_ONCE); answered.length > 0; answered = await store.untold(ANSWERS_AT_ONCE)) {
    for (const { id, note, answer } of answered) {
      const kind = await openNote(id, note);
      if (kind === undefined) await store.setAside(`note|${id}`, 'unreadable-note');
      await store.storeTold(id, kind === undefined ? [] : await tell(store, () => applyAnswer({ id, kind, answer }), id));
    }
  }
}

/** A feature that throws on an answer is set aside: the operation itself is answered and safe. */
async function tell(store: PersonSyncStore, apply: () => Promise<readonly StoreWrite[]>, id: string): Promise<readonly StoreWrite[]> {
  try {
    return await apply();
  } catch {
    await store.setAside(`answer|${id}`, 'answer-not-applied');
    return [];
  }
}

async function applyWaitingPage(person: PersonSync, page: WaitingPage): Promise<'applied' | 'signed-out'> {
  const { store } = person;
  const changes = await openPage(person, page);
  if (changes === 'signed-out') return 'signed-out';
  if (changes === 'unreadable') {
    await store.dropUnreadablePage(page.id);
    return 'applied';
  }
  const applied = await preparePage(page, changes, {
    state: await store.stream(),
    knownBefore: (generation) => store.knownBefore(generation),
    applyChange: person.applyChange,
    setAside: (id, reason) => store.setAside(id, reason),
  });
  await store.applyPage(page.id, applied);
  return 'applied';
}

async function openPage({ shell }: PersonSync, page: WaitingPage): Promise<readonly Change[] | 'signed-out' | 'unreadable'> {
  if (page.sealed === null) return [];
  const opened = await shell.openChanges(page.sealed);
  if (!opened.ok) return opened.error.code === 'signed-out' ? 'signed-out' : 'unreadable';
  try {
    const parsed = changesSchema.safeParse(JSON.parse(opened.value));
    return parsed.success ? parsed.data : 'unreadable';
  } catch {
    return 'unreadable';
  }
}
