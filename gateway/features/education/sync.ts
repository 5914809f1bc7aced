import { workOperations } from '#protocol/education/assignment.ts';
import { FEEDBACK } from '#protocol/education/feedback.ts';
import { PRIVATE_OPERATION } from '#protocol/education/note.ts';
import { educationOperations } from '#protocol/education/schema.ts';
import { STATE_KIND } from '#protocol/education/state.ts';
import { fail } from '#protocol/result.ts';
import type { ApplyOperation } from '../../sync/push-dependencies.ts';
import type { ProgressParts } from './record-events.ts';
import { takeFeedback, takePrivate } from './study/take-study.ts';
import { createTakeProgress } from './take-progress.ts';
import { takeState } from './take-state.ts';
import { takePhoto } from './work/take-photo.ts';
import { createTakeWork } from './work/take-work.ts';

/** What tablets may send to education: each kind with the file that takes it. */
export function createEducationOperations(parts: ProgressParts): ApplyOperation {
  const takers: ReadonlyMap<string, ApplyOperation> = new Map([
    [educationOperations.progress, createTakeProgress(parts)],
    [workOperations.handIn, createTakeWork(parts)],
    [workOperations.photo, takePhoto],
    [FEEDBACK, takeFeedback],
    [PRIVATE_OPERATION, takePrivate],
    [STATE_KIND, takeState],
  ]);
  return async (tx, operation, context) => {
    const take = takers.get(operation.kind);
    return take === undefined ? fail({ code: 'kind-unknown' }) : take(tx, operation, context);
  };
}
