import { createHash } from 'node:crypto';
import { makeUuidV7, type PersonId, type RecordId, type TabletId } from '#protocol/ids.ts';
import type { OperationId } from '#protocol/ids.ts';
import { manifestSchema, type Manifest } from '#protocol/packs/manifest.ts';
import type { GatewayDatabase } from '../../gateway/db/gateway-database.ts';
import { idToBytes } from '../../gateway/db/id-bytes.ts';
import { numberCertificate } from '../../gateway/features/education/certificates/number-certificate.ts';
import { createCourseBook } from '../../gateway/features/education/course-book.ts';
import { createGroup, setGroupPeople } from '../../gateway/features/education/groups/group-actions.ts';
import { createEducationOperations } from '../../gateway/features/education/sync.ts';
import { markWork } from '../../gateway/features/education/work/mark-work.ts';
import type { TabletTables } from '../../gateway/features/tablets/tables.ts';
import type { StaffCaller } from '../../gateway/http/staff-route.ts';
import type { PackTables } from '../../gateway/packs/tables.ts';
import type { PeopleTables } from '../../gateway/people/tables.ts';
import { COURSES, describeCourse, FIRST_NAMES, LAST_NAMES, LETTERS } from './learner-words.mts';

const DAY = 24 * 60 * 60 * 1000;
const WINGS = ['A wing', 'B wing', 'C wing', 'D wing'] as const;
/** Groups, and how many people each has. */
const GROUPS = ['Fractions on Tuesday', 'Morning workshop', 'Welsh for beginners', 'Reading circle'] as const;

/** What a seeded prison has. */
export type SeededLearners = { readonly people: readonly PersonId[]; readonly tablets: readonly TabletId[]; readonly events: number };

type Seeding = {
  readonly database: GatewayDatabase;
  /** The tutor in whose name work is marked. */
  readonly tutor: StaffCaller;
  readonly people: number;
  readonly now: number;
};

type Learner = { readonly personId: PersonId; readonly tabletId: TabletId; readonly random: () => number };

/**
 * Fills a new gateway's database as two months of a busy education department would: people on tablets, courses, page
 * by page progress, quizzes tried more than once, written work handed in and half of it marked, opinions, groups, and
 * the certificates that follow. By the gateway's own rules, so that what stands there could have come from tablets. The
 * same numbers give the same prison.
 */
export async function seedLearners(seeding: Seeding): Promise<SeededLearners> {
  const { database, people, now } = seeding;
  const courses = COURSES.map((course) => manifestSchema.parse(describeCourse(course)));
  await database.committer.submit(async (tx) => {
    for (const manifest of courses) await tx.tables<PackTables>().insertInto('pack_editions').values(editionOf(manifest, seeding)).execute();
  });
  const learners: Learner[] = [];
  for (let place = 0; place < people; place += 1) learners.push(await addLearner(seeding, place));
  await addGroups(seeding, learners);
  let events = 0;
  for (const [place, learner] of learners.entries())
    for (const [index, manifest] of courses.entries()) {
      if (learner.random() > 0.55 && index !== place % courses.length) continue;
      events += await study(seeding, learner, manifest, now - Math.floor(learner.random() * 60) * DAY);
    }
  return { people: learners.map(({ personId }) => personId), tablets: learners.map(({ tabletId }) => tabletId), events };
}

function editionOf(manifest: Manifest, { tutor, now }: Seeding) {
  const text = JSON.stringify(manifest);
  const signedBy = JSON.stringify([{ keyId: 'education-demo', role: 'education' }, { keyId: 'security-demo', role: 'security' }]);
  return {
    ...{ pack_id: manifest.packId, version: 1, manifest: text, signatures: '[]', signed_by: signedBy },
    ...{ manifest_sha256: createHash('sha256').update(text).digest('hex'), received_at: now - 70 * DAY, received_by: idToBytes(tutor.staffId) },
  };
}

async function addLearner({ database, now }: Seeding, place: number): Promise<Learner> {
  const random = chanceOf(place + 1);
  const [personId, tabletId] = [idOf(now, random) as PersonId, idOf(now, random) as TabletId];
  const [wing, cell] = [WINGS[place % WINGS.length] ?? 'A wing', `${String(1 + (place % 3))}-${String(place % 40).padStart(2, '0')}`];
  const first_name = FIRST_NAMES[place % FIRST_NAMES.length] ?? 'Sam';
  const last_name = LAST_NAMES[(place * 7) % LAST_NAMES.length] ?? 'Reed';
  const prisoner_number = `A${String(1000 + place)}${String.fromCharCode(65 + (place % 20))}C`;
  const heardAt = now - Math.floor(random() ** 3 * 40 * DAY);
  await database.committer.submit(async (tx) => {
    await tx.tables<PeopleTables>().insertInto('people').values({ id: idToBytes(personId), prisoner_number, first_name, last_name, wing, cell, status: 'here', created_at: now - 90 * DAY }).execute();
    const waiting = random() < 0.2 ? 1 + Math.floor(random() * 9) : 0;
    const report = { appVersion: '0.1.0', shell: 'kiosk', waiting, ...(waiting === 0 ? {} : { oldestWaitingAt: heardAt - Math.floor(random() * 20 * DAY) }), measures: [], packs: [{ packId: COURSES[0]?.id ?? '', version: 1 }] };
    await tx.tables<TabletTables>().insertInto('tablets').values({ ...NO_CODE, id: idToBytes(tabletId), name: `${wing.charAt(0)}-${String(place).padStart(3, '0')}`, wing, cell, state: 'enrolled', enrolled_at: now - 80 * DAY, last_contact_at: heardAt, report: JSON.stringify(report), created_at: now - 80 * DAY }).execute();
    await tx.tables<PeopleTables>().insertInto('assignments').values({ tablet: idToBytes(tabletId), person: idToBytes(personId), assigned_at: now - 80 * DAY }).execute();
  });
  return { personId, tabletId, random };
}

const NO_CODE = {
  ...{ credential: 'certificate', credential_sha256: null, certificate: null, enrolled_key_sha256: null },
  ...{ code_hash: null, code_expires_at: null, code_used_at: null, revoked_at: null },
} as const;

async function addGroups({ database, tutor }: Seeding, learners: readonly Learner[]): Promise<void> {
  for (const [index, name] of GROUPS.entries()) {
    const people = learners.filter((_one, place) => place % 9 === index).map(({ personId }) => personId);
    await database.committer.submit(async (tx) => {
      const made = await createGroup(tx, tutor, name);
      if (made.ok) await setGroupPeople(tx, tutor, () => Promise.resolve(), made.value, people);
    });
  }
}

/** One person's way through one course, as far as they come. Answers how many events it made. */
async function study({ database, tutor }: Seeding, { personId, tabletId, random }: Learner, manifest: Manifest, begun: number): Promise<number> {
  const parts = { courses: createCourseBook(), numberCertificate: (person: PersonId, packId: string) => numberCertificate(Buffer.alloc(32, 7), person, packId) };
  const apply = createEducationOperations(parts);
  const far = random() < 0.35 ? manifest.items.length : Math.floor(random() * manifest.items.length);
  let [at, events] = [begun, 0];
  const operate = (kind: string, payload: unknown, id = idOf(at, random)) =>
    database.committer.submit((tx) => apply(tx, { id: id as OperationId, kind, sequence: 1, composedAt: at, payload }, { tabletId, personId, now: at, receipt: receiptOf(id) }));
  for (const { activityId, kind } of manifest.items.slice(0, far)) {
    at += Math.floor(random() * 12 * 60 * 60 * 1000);
    const event = (verb: string, data: object) => ({ eventId: idOf((at += 30_000), random), packId: manifest.packId, packVersion: 1, activityId, verb, at, data });
    if (kind === 'assignment') {
      const workId = idOf(at, random);
      await operate('education.progress', { events: [event('opened', {})] });
      await operate('education.hand-in', { workId, packId: manifest.packId, packVersion: 1, activityId, language: 'en', parts: [{ partId: 'letter', ask: 'Your letter', text: LETTERS[Math.floor(random() * LETTERS.length)] }], writtenAt: at }, workId);
      const outcome = random() < 0.7 ? 'passed' as const : 'another-go' as const;
      if (random() < 0.6) await database.committer.submit((tx) => markWork(tx, parts, tutor, workId as RecordId, { outcome, score: null, comment: 'Say first who you are, then what you ask for.', partComments: {} }));
      events += 1;
      continue;
    }
    const made = kind === 'quiz' ? tries(event, random) : pages(event, random);
    events += made.length;
    await operate('education.progress', { events: made });
    if (random() < 0.3) await operate('education.feedback', { packId: manifest.packId, activityId, at, liked: random() < 0.8, reason: null });
  }
  return events;
}

type MakeEvent = (verb: string, data: object) => object;

function pages(event: MakeEvent, random: () => number): object[] {
  const of = 8 + Math.floor(random() * 20);
  const turned = Array.from({ length: of }, (_page, page) => event('progressed', { page, pages: of, seconds: 20 + random() * 60 }));
  return [event('opened', { page: 0, pages: of }), ...turned, ...(random() < 0.9 ? [event('completed', {})] : [])];
}

function tries(event: MakeEvent, random: () => number): object[] {
  const count = random() < 0.6 ? 1 : 2 + Math.floor(random() * 3);
  return Array.from({ length: count }, () => event('answered', { score: 3 + Math.floor(random() * 8), outOf: 10, passMark: 0.7, seconds: 120 + random() * 200 }));
}

/** Numbers from 0 to below 1 that are the same for the same seed (mulberry32). */
function chanceOf(seed: number): () => number {
  let state = seed * 0x9e3779b9;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function idOf(at: number, random: () => number): string {
  return makeUuidV7(at, Uint8Array.from({ length: 10 }, () => Math.floor(random() * 256)));
}

function receiptOf(id: string): string {
  const letters = 'BCDFGHJKMNPQRTVWXY346789';
  const marks = [...createHash('sha256').update(id).digest().subarray(0, 8)].map((byte) => letters.charAt(byte % letters.length)).join('');
  return `${marks.slice(0, 4)}-${marks.slice(4)}`;
}
