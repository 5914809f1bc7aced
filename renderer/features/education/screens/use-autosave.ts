import { useEffect, useRef, useState } from 'react';
import { MAX_DOCUMENT, type Note } from '#protocol/education/note.ts';
import { recordIdSchema, type RecordId } from '#protocol/ids.ts';
import { fail } from '#protocol/result.ts';
import { usePerson } from '../../../session/use-person.ts';
import { keepThing, sendUnsent } from '../study/study-actions.ts';

/** Pause after the last letter before it is saved, milliseconds. */
const PAUSE = 2000;

/** How the saving of a note stands. */
export type Saving = { readonly state: 'new' | 'waiting' | 'full' | 'too-long' } | { readonly state: 'saved'; readonly at: number };

type Written = Pick<Note, 'title' | 'body' | 'beside'>;

/**
 * Saves what is written two seconds after the last letter, and sends it when the screen is left. Saves come one after
 * another, so that none starts from an older revision. Takes the note's id, or undefined for one that is not saved yet.
 */
export function useAutosave(noteId: string | undefined): { readonly saving: Saving; readonly write: (written: Written) => void } {
  const person = usePerson();
  const [saving, setSaving] = useState<Saving>({ state: 'new' });
  const work = useRef<{ id: RecordId | undefined; written: Written | undefined; timer: ReturnType<typeof setTimeout> | undefined; turn: Promise<void> }>({ id: noteId === undefined ? undefined : recordIdSchema.parse(noteId), written: undefined, timer: undefined, turn: Promise.resolve() });

  const save = (send: boolean): void => {
    const the = work.current;
    clearTimeout(the.timer);
    const { written } = the;
    if (written === undefined || (written.title.trim() === '' && written.body.trim() === '')) return;
    if (written.body.length > MAX_DOCUMENT) {
      setSaving({ state: 'too-long' });
      return;
    }
    the.turn = the.turn.then(async () => {
      // What breaks (the database was closed, the vault ended) must not stop the saves after it, nor be called saved.
      const kept = await keepThing(person, { kind: 'note', ...written, changedAt: Date.now() }, { recordId: the.id, send }).catch(() => fail({ code: 'storage-full' as const }));
      if (kept.ok) the.id = kept.value;
      if (kept.ok && the.written === written) the.written = undefined;
      setSaving(kept.ok ? { state: 'saved', at: Date.now() } : { state: 'full' });
    });
  };
  const leave = useRef(save);
  useEffect(() => { leave.current = save; });
  useEffect(() => () => {
    leave.current(true);
    // What was saved and not sent goes after it; read now, because the work stays what it is when the screen is gone.
    const { turn } = work.current;
    void turn.then(() => sendUnsent(person)).catch(() => undefined);
  }, [person]);

  return {
    saving,
    write: (written) => {
      work.current.written = written;
      clearTimeout(work.current.timer);
      work.current.timer = setTimeout(() => { leave.current(false); }, PAUSE);
      setSaving({ state: 'waiting' });
    },
  };
}
