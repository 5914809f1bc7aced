import { createHash } from 'node:crypto';
import { decodeBase64Url } from '#protocol/base64.ts';
import { sendPhotoSchema } from '#protocol/education/photo.ts';
import { checkPhoto } from '#protocol/education/photo-rules.ts';
import { fail, ok } from '#protocol/result.ts';
import { idToBytes } from '../../../db/id-bytes.ts';
import type { GatewayTransaction } from '../../../db/transaction.ts';
import type { ApplyOperation, OperationContext } from '../../../sync/push-dependencies.ts';
import type { TutorTables } from '../tutor-tables.ts';
import { tellPerson, workOf } from './work-rows.ts';

/** Photographs one person may send in four weeks: some 20 MB. A course asks for a handful. */
export const MAX_PHOTOS_PER_PERSON = 100;
const FOUR_WEEKS = 28 * 24 * 60 * 60 * 1000;

/**
 * Takes one photograph of a person's own work, judged by its bytes: what is kept can be shown to a tutor without another
 * thought. The work must name it, so a photograph comes to nobody's work but the one it was taken for, and only once.
 */
export const takePhoto: ApplyOperation = async (tx, operation, context) => {
  const parsed = sendPhotoSchema.safeParse(operation.payload);
  if (!parsed.success || (parsed.data.photoId as string) !== operation.id) return fail({ code: 'payload-invalid' });
  const { photoId, workId } = parsed.data;
  const jpeg = decodeBase64Url(parsed.data.jpeg);
  const checked = checkPhoto(jpeg);
  if (!checked.ok) return checked;
  const row = await findOwnWork(tx, workId, context);
  if (row === undefined) return fail({ code: 'work-unknown' });
  const sha256 = createHash('sha256').update(jpeg).digest('hex');
  if (workOf(row).photos?.some((named) => named.photoId === photoId && named.sha256 === sha256) !== true) return fail({ code: 'photo-not-named' });
  if ((await countLately(tx, context)) >= MAX_PHOTOS_PER_PERSON) return fail({ code: 'too-many-photos' });
  const { width, height } = checked.value;
  const photo = { id: idToBytes(photoId), work: row.id, person: row.person, jpeg, width, height, received_at: tx.now };
  const inserted = await tx.tables<TutorTables>().insertInto('education_work_photos').values(photo).onConflict((conflict) => conflict.column('id').doNothing()).executeTakeFirst();
  if (inserted.numInsertedOrUpdatedRows === 0n) return ok(undefined);
  const counted = { ...row, photos_here: row.photos_here + 1 };
  await tx.tables<TutorTables>().updateTable('education_work').set({ photos_here: counted.photos_here }).where('id', '=', row.id).execute();
  await tellPerson(tx, counted);
  return ok(undefined);
};

function findOwnWork(tx: GatewayTransaction, workId: string, { personId }: OperationContext) {
  return tx.tables<TutorTables>().selectFrom('education_work').selectAll().where('id', '=', idToBytes(workId)).where('person', '=', idToBytes(personId)).executeTakeFirst();
}

async function countLately(tx: GatewayTransaction, { personId }: OperationContext): Promise<number> {
  const { sent } = await tx
    .tables<TutorTables>()
    .selectFrom('education_work_photos')
    .select(({ fn }) => fn.countAll<number>().as('sent'))
    .where('person', '=', idToBytes(personId))
    .where('received_at', '>', tx.now - FOUR_WEEKS)
    .executeTakeFirstOrThrow();
  return Number(sent);
}
