import { z } from 'zod/mini';
import { workPartsSchema, type WorkPart } from '#protocol/education/assignment.ts';
import type { ProgressEvent } from '#protocol/education/schema.ts';
import { MAX_PART_CHARACTERS } from '#protocol/packs/assignment.ts';
import { partIdSchema } from '#protocol/packs/quiz.ts';
import type { GatewayTransaction } from '../../../db/transaction.ts';
import type { OperationContext } from '../../../sync/push-dependencies.ts';
import { insertWork } from './work-rows.ts';

/** An answer that no machine marks (protocol/packs/quiz.ts, kind `essay`). */
const essayAnswerSchema = z.object({ kind: z.literal('essay'), text: z.string().check(z.maxLength(MAX_PART_CHARACTERS)) });

/**
 * Puts the long answers of a quiz that was handed in before a tutor; whether it was is the caller's to say. They came inside the progress event, so the work
 * has the event's id and the receipt of its operation; the questions are read from the quiz when the tutor opens it.
 */
export async function takeEssays(tx: GatewayTransaction, event: ProgressEvent, context: OperationContext): Promise<void> {
  const parts = essaysOf(event.data.answers ?? {});
  if (parts.length === 0) return;
  const { eventId, packId, packVersion, activityId, at } = event;
  await insertWork(
    tx,
    {
      ...{ workId: eventId, packId, packVersion, activityId, parts, writtenAt: at },
      // The event does not say in which language the quiz was open; the questions are looked up in the pack's first.
      language: 'en',
      kind: 'essay',
      state: 'handed-over',
      receipt: context.receipt,
      receivedAt: context.now,
      mark: null,
      refusal: null,
    },
    context,
  );
}

/** Empty where there is none, or more than a piece of work may hold: then the event alone is kept. */
function essaysOf(answers: Readonly<Record<string, unknown>>): WorkPart[] {
  const essays = Object.entries(answers).flatMap(([questionId, answer]) => {
    const essay = essayAnswerSchema.safeParse(answer);
    const partId = partIdSchema.safeParse(questionId);
    return essay.success && partId.success && essay.data.text.trim() !== '' ? [{ partId: partId.data, ask: '', text: essay.data.text }] : [];
  });
  const parts = workPartsSchema.safeParse(essays);
  return parts.success ? parts.data : [];
}
