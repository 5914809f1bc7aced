import { createHash } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { decodeBase64Url } from '#protocol/base64.ts';
import { handInSchema } from '#protocol/education/assignment.ts';
import { sendPhotoSchema } from '#protocol/education/photo.ts';
import { assignmentSchema } from '#protocol/packs/assignment.ts';
import { jpegOf } from '../../../../tests/support/jpeg-of.ts';
import { signedInPerson, type PersonHere } from '../../../../tests/support/signed-in-person.ts';
import { educationData } from '../data.ts';
import { handInWork, takeBackWork } from './work-actions.ts';
import { keepPhoto, loadPhotos, removePhoto } from './work-photos.ts';
import { workTables } from './work-tables.ts';

const TASK = assignmentSchema.parse({
  ...{ format: 'throughline-assignment/1', activityId: 'sums.task', language: 'en', direction: 'ltr', title: 'Sums', intro: [] },
  parts: [{ id: 'sums', ask: [[{ kind: 'text', text: 'What was hard?' }]] }],
  photos: 2,
});
const PACK = { packId: 'sums', packVersion: 1 };

let here: PersonHere;
beforeEach(async () => { here = await signedInPerson({ education: educationData }); });
afterEach(() => here.close());

const parts = () => ({ ...here.person, now: 1_790_000_000_000 });
const keep = (width: number) => keepPhoto(parts(), TASK, jpegOf({ width }));
const photos = () => loadPhotos(here.database, TASK.activityId);
const kinds = async () => (await here.handedOver()).map(({ kind }) => kind);

it('a photograph is kept with its task, encrypted, until it is removed, and no more than the task takes', async () => {
  expect([(await keep(640)).ok, (await keep(320)).ok]).toEqual([true, true]);
  expect(await keep(160)).toMatchObject({ error: { code: 'enough' } });
  const [first, second] = await photos();
  expect(decodeBase64Url(first?.jpeg ?? '')).toEqual(jpegOf({ width: 640 }));
  const [row] = await here.database.dexie.table<{ box: Uint8Array }>('education_work_photos').toArray();
  expect(Object.keys(row ?? {}).sort()).toEqual(['activityId', 'box', 'id']);
  expect(Buffer.from(row?.box ?? []).includes('JFIF')).toBe(false);
  await removePhoto(parts(), first?.id ?? '');
  expect((await photos()).map(({ id }) => id)).toEqual([second?.id]);
  expect(await kinds()).toEqual([]);
});

it('a hand-in without a word names its photographs by what their bytes are, and they follow it in order', async () => {
  await keep(640);
  await keep(320);
  expect((await handInWork(parts(), PACK, TASK, {}, await photos())).ok).toBe(true);
  const sent = await here.handedOver();
  expect(sent.map(({ kind }) => kind)).toEqual(['education.hand-in', 'education.photo', 'education.photo']);
  const work = handInSchema.parse(sent[0]?.payload);
  const carried = sent.slice(1).map(({ id, payload }) => ({ id, photo: sendPhotoSchema.parse(payload) }));
  expect(carried.map(({ photo }) => photo.workId)).toEqual([work.workId, work.workId]);
  expect(carried.map(({ id, photo }) => ({ photoId: id, sha256: createHash('sha256').update(decodeBase64Url(photo.jpeg)).digest('hex') }))).toEqual(work.photos);
  expect(carried.map(({ photo }) => decodeBase64Url(photo.jpeg))).toEqual([jpegOf({ width: 640 }), jpegOf({ width: 320 })]);
});

it('neither words nor a photograph is nothing to hand in', async () => {
  expect(await handInWork(parts(), PACK, TASK, { sums: ' ' }, [])).toMatchObject({ error: { code: 'nothing-written' } });
});

it('work that is taken back takes its photographs back, and leaves them beside the draft', async () => {
  await keep(640);
  const work = await handInWork(parts(), PACK, TASK, {}, await photos());
  if (!work.ok) throw new Error(work.error.code);
  expect((await takeBackWork(parts(), work.value)).ok).toBe(true);
  expect(await kinds()).toEqual(['sync.withdrawn', 'sync.withdrawn']);
  expect(await photos()).toHaveLength(1);
  expect(await workTables(here.database).works.list()).toEqual([]);
});

it('work that is on its way keeps its photographs on their way', async () => {
  await keep(640);
  const work = await handInWork(parts(), PACK, TASK, {}, await photos());
  if (!work.ok) throw new Error(work.error.code);
  await here.markAttempted(work.value.workId);
  expect(await takeBackWork(parts(), work.value)).toMatchObject({ error: { code: 'already-sent' } });
  expect(await kinds()).toEqual(['education.hand-in', 'education.photo']);
});
