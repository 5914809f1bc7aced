import { useCallback } from 'react';
import { openHelp } from '../../alerts/alerts-store.ts';
import { fail, type Result } from '#protocol/result.ts';
import type { RecordBody, RecordKind } from '#protocol/selfhelp/private-record.ts';
import { usePerson } from '../../session/use-person.ts';
import { speaksOfDanger } from './speaks-of-danger.ts';
import { saveRecord, type SaveFault, type SaveHow } from './actions.ts';
import { localToday } from './use-diary.ts';

/** Saves a record of a kind, made now. The day may be given where a form was opened before midnight. */
export type Save = <Kind extends RecordKind>(kind: Kind, body: RecordBody<Kind>, how?: Partial<Pick<SaveHow, 'day' | 'recordId' | 'draft'>>) => Promise<Result<string, SaveFault>>;

/**
 * The signed-in person's `saveRecord`. Words of immediate danger in what was written open the Act now screen, after
 * whatever the screen does next; nothing is sent, and nothing of it is noted (issue 4, S7).
 */
export function useSave(): Save {
  const { database, outbox } = usePerson();
  return useCallback<Save>(
    async (kind, body, how = {}) => {
      // A screen that waits for an answer gets one: what throws here would leave its button busy for ever.
      const saved = await saveRecord({ database, outbox }, kind, body, { day: how.day ?? localToday(), now: Date.now(), recordId: how.recordId, draft: how.draft }).catch(() => fail({ code: 'unexpected' as const }));
      if (speaksOfDanger(kind, body)) setTimeout(openHelp, 0);
      return saved;
    },
    [database, outbox],
  );
}
