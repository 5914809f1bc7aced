import { useCallback, useEffect, useRef, useState } from 'react';
import { keepAppealDraft } from '../appeal-actions.ts';
import type { StoredAppeal } from '../tables.ts';
import { usePerson } from '../../../session/use-person.ts';

/** A pause this long (milliseconds) and what was written is on the disk, as with a message (use-draft.ts). */
const PAUSE = 500;

/** What somebody says with an appeal, kept encrypted as it grows, and when the screen goes away. */
export function useAppealWords({ messageId, draft }: StoredAppeal) {
  const { database, outbox } = usePerson();
  const [words, setWords] = useState(draft ?? '');
  const unsaved = useRef<string | undefined>(undefined);
  const flush = useCallback(() => {
    const text = unsaved.current;
    unsaved.current = undefined;
    // A full disk is told when it is asked; until then the words are on the screen.
    if (text !== undefined) void keepAppealDraft({ database, outbox, now: Date.now() }, messageId, text).catch(() => undefined);
  }, [messageId, database, outbox]);
  useEffect(() => {
    const timer = setTimeout(flush, PAUSE);
    return () => { clearTimeout(timer); };
  }, [words, flush]);
  useEffect(() => flush, [flush]);
  return {
    words,
    write: (text: string) => {
      unsaved.current = text;
      setWords(text);
    },
    /** It is about to be asked: nothing may be written behind it. */
    forget: () => { unsaved.current = undefined; },
  };
}
