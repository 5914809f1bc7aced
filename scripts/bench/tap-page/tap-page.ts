import { liveQuery } from 'dexie';
import { ok } from '#protocol/result.ts';
import { encodeBase64Url } from '#protocol/base64.ts';
import type { SignedIn, ShellPort } from '#protocol/shell/bridge.ts';
import { openPersonDatabase } from '../../../renderer/db/open-person-database.ts';
import { openTabletDatabase } from '../../../renderer/db/open-tablet-database.ts';
import { recordProgress } from '../../../renderer/features/education/actions.ts';
import { educationStores, progressTable } from '../../../renderer/features/education/tables.ts';
import { joinPerson } from '../../../renderer/sync/join-person.ts';

/** One turn: milliseconds from the tap until the operation is flushed and the live query has shown it; and a raw strict put. */
export type TapTurn = { readonly tap: number; readonly raw: number };

declare global {
  // Called by the bench.
  // oxlint-disable-next-line typescript/consistent-type-definitions -- merging into the browser's own needs an interface
  interface Window {
    runTaps: (count: number) => Promise<readonly TapTurn[]>;
  }
}

window.runTaps = async (count) => {
  const tap = await prepareTap();
  const raw = await prepareRawPut();
  for (let warm = 0; warm < 30; warm += 1) { await tap(); await raw(); }
  const turns: TapTurn[] = [];
  // Interleaved, so that whatever else the machine does falls on both.
  for (let turn = 0; turn < count; turn += 1) turns.push({ raw: await timed(raw), tap: await timed(tap) });
  return turns;
};

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** The product's own path: encrypt the record, seal the operation, one strict transaction, live query. */
async function prepareTap(): Promise<() => Promise<void>> {
  const tablet = await openTabletDatabase({ stores: [], personStores: educationStores, name: 'bench-tablet' });
  const signedIn = { personId: '0193a000-0000-7000-8000-00000000000a', lookup: '0'.repeat(32), dataKey: encodeBase64Url(new Uint8Array(32).fill(5)) } as unknown as SignedIn;
  const database = await openPersonDatabase({ signedIn, tablet });
  const shell = { sealOperation: await makeSealer(signedIn.personId) } as Pick<ShellPort, 'sealOperation' | 'openChanges'>;
  const { outbox } = joinPerson({ database, shell, features: new Map(), clock: () => Date.now(), randomBytes: () => crypto.getRandomValues(new Uint8Array(10)), onStored: () => undefined });
  const screen = new EventTarget();
  let shown: string | undefined;
  liveQuery(() => progressTable(database).list({ index: 'sort', reverse: true, limit: 1 })).subscribe((newest) => {
    shown = newest[0]?.eventId;
    screen.dispatchEvent(new Event('shown'));
  });
  let now = Date.now();
  return async () => {
    now += 1;
    const kept = await recordProgress({ packId: 'fractions-you-can-use', packVersion: 1, activityId: 'fractions-you-can-use.halves', verb: 'progressed', data: { page: 1, pages: 5, seconds: 3 }, now }, { database, outbox });
    if (!kept.ok) throw new Error(kept.error.code);
    while (shown !== kept.value.eventId) await new Promise((resolve) => { screen.addEventListener('shown', resolve, { once: true }); });
  };
}

/** Seals with AES-256-GCM as the vault does; the kiosk's call to its vault process is not in this figure. */
async function makeSealer(personId: SignedIn['personId']): Promise<ShellPort['sealOperation']> {
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt']);
  return async ({ id, sequence, part }) => {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const box = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, new TextEncoder().encode(JSON.stringify(part)));
    return ok({ id, personId, sequence, enc: 'A'.repeat(87), box: encodeBase64Url(new Uint8Array(box)) });
  };
}

/** The limit: one strict put of a record of about the same size, and nothing else. */
async function prepareRawPut(): Promise<() => Promise<void>> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('bench-raw', 1);
    request.onupgradeneeded = () => { request.result.createObjectStore('rows', { keyPath: 'id' }); };
    request.onsuccess = () => { resolve(request.result); };
    request.onerror = () => { reject(request.error ?? new Error('IndexedDB did not open')); };
  });
  let id = 0;
  return () =>
    new Promise((resolve, reject) => {
      id += 1;
      const transaction = database.transaction('rows', 'readwrite', { durability: 'strict' });
      transaction.objectStore('rows').put({ id: String(id), box: new Uint8Array(600) });
      transaction.oncomplete = () => { resolve(); };
      transaction.onerror = () => { reject(transaction.error ?? new Error('The put failed')); };
    });
}
