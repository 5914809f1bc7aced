import { useCallback, useEffect, useRef } from 'react';
import { useKeptDraft } from '../use-kept-draft.ts';
import { draftKey } from './draft-key.ts';
import { nextPractising, practisingSchema, startPractising, type Practising, type PracticeMove } from './player.ts';
import type { Technique } from './technique.ts';

/** A practice that is kept after every move, so that it goes on where it stopped. `practising` is undefined while it is read. */
export function usePractising(technique: Technique) {
  const draft = useKeptDraft<Practising>({ key: draftKey(technique.id), schema: practisingSchema, start: () => startPractising(technique) });
  const latest = useRef(draft.value);
  useEffect(() => { latest.current = draft.value; }, [draft.value]);
  const { change } = draft;
  const move = useCallback((made: PracticeMove) => {
    if (latest.current === undefined) return;
    // Two moves may come from one touch, before the screen is drawn anew.
    latest.current = nextPractising(technique, latest.current, made);
    change(latest.current);
  }, [technique, change]);
  return { practising: draft.value, state: draft.state, move, become: draft.become };
}
