import { useCallback, useEffect, useRef, useState } from 'react';
import { loadDraft } from '../queries.ts';
import { saveDraft } from '../actions.ts';
import { usePerson } from '../../../session/use-person.ts';

/** A pause this long (milliseconds) and what was written is on the disk. */
const PAUSE = 500;

export type DraftState = 'loading' | 'saved' | 'saving' | 'full';

/**
 * What is being written to a contact, kept encrypted as it grows: after each pause, and when the screen goes away or
 * is hidden. `startWith` is the text of an earlier message, used when there is no draft.
 */
export function useDraft(contactId: string, startWith: string | undefined) {
  const { database, outbox } = usePerson();
  const [body, setBody] = useState('');
  const [state, setState] = useState<DraftState>('loading');
  const unsaved = useRef<string | undefined>(undefined);

  const flush = useCallback(async () => {
    const text = unsaved.current;
    if (text === undefined) return;
    unsaved.current = undefined;
    // Whatever went wrong, the screen must not say that it is saved.
    const saved = await saveDraft({ database, outbox, now: Date.now() }, contactId, text).catch(() => undefined);
    setState(saved?.ok === true ? 'saved' : 'full');
  }, [contactId, database, outbox]);

  useEffect(() => {
    let gone = false;
    void loadDraft(database, contactId).then((draft) => {
      if (gone || unsaved.current !== undefined) return;
      setBody(draft?.body ?? startWith ?? '');
      setState('saved');
    });
    return () => { gone = true; };
  }, [contactId, database, startWith]);

  useEffect(() => {
    if (unsaved.current === undefined) return undefined;
    const timer = setTimeout(() => { void flush(); }, PAUSE);
    return () => { clearTimeout(timer); };
  }, [body, flush]);

  useEffect(() => () => { void flush(); }, [flush]);

  return {
    body,
    state,
    write: (text: string) => {
      unsaved.current = text;
      setState('saving');
      setBody(text);
    },
    /** The draft is about to be stored as a message: nothing of it may be written again behind it. */
    forget: () => { unsaved.current = undefined; },
  };
}
