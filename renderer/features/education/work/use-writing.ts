import { useCallback, useEffect, useRef, useState } from 'react';
import type { Person } from '../../../session/person.ts';
import { saveWorkDraft } from './work-actions.ts';
import type { WorkTexts } from './work-tables.ts';

/** Milliseconds from the first letter that is not kept until it is, also while typing goes on: at most a second is lost. */
const KEEP_WITHIN = 700;

/** Whether what is on the screen is also on the disk. */
export type WritingState = 'saved' | 'saving' | 'full';

/** What is being written for a task, kept as it grows, and when the screen is hidden or left. */
export function useWriting(person: Person, activityId: string, startWith: WorkTexts) {
  const [texts, setTexts] = useState(startWith);
  const [state, setState] = useState<WritingState>('saved');
  const unsaved = useRef<WorkTexts>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const flush = useCallback(async (keepBefore = false): Promise<boolean> => {
    clearTimeout(timer.current);
    timer.current = undefined;
    const words = unsaved.current;
    if (words === undefined) return true;
    unsaved.current = undefined;
    // Whatever went wrong, the screen must not say that it is saved.
    const saved = await saveWorkDraft({ ...person, now: Date.now() }, activityId, words, keepBefore).catch(() => undefined);
    if (saved?.ok !== true) unsaved.current ??= words;
    setState(saved?.ok === true ? (unsaved.current === undefined ? 'saved' : 'saving') : 'full');
    return saved?.ok === true;
  }, [person, activityId]);

  const change = useCallback((next: WorkTexts) => {
    unsaved.current = next;
    setState('saving');
    setTexts(next);
    timer.current ??= setTimeout(() => { void flush(); }, KEEP_WITHIN);
  }, [flush]);

  useEffect(() => {
    const onHidden = (): void => { void flush(); };
    document.addEventListener('visibilitychange', onHidden);
    window.addEventListener('pagehide', onHidden);
    return () => {
      document.removeEventListener('visibilitychange', onHidden);
      window.removeEventListener('pagehide', onHidden);
      void flush();
    };
  }, [flush]);

  return {
    texts,
    state,
    write: (partId: string, text: string) => { change({ ...texts, [partId]: text }); },
    /** Brings an earlier version back; what stands now becomes a version itself, so that this too can be undone. */
    bringBack: (earlier: WorkTexts) => { change(earlier); void flush(true); },
    /** Resolves true when everything written is on the disk. */
    keepAll: () => flush(),
  };
}
