import { useCallback, useRef } from 'react';
import type { Instrument } from '#protocol/selfhelp/measures/instrument.ts';
import { riskItems } from '#protocol/selfhelp/measures/score.ts';
import { isWorrying, owesHelp, type MeasureForm } from './measure-form.ts';
import { useWorry, useWorryOnLeave } from './use-worry.ts';

type Draft = { readonly change: (form: MeasureForm) => void; readonly flush: () => Promise<void> };

/**
 * What is done about a worrying answer of one form, once each time its question is left, also by the frame (Home, the
 * lock). `here` is the form with the question on the screen, or undefined where none is asked.
 */
export function useAttend(instrument: Instrument, draft: Draft, here: MeasureForm | undefined) {
  const tell = useWorry();
  // Something is being done about the answer here, or was tried: leaving for the Act now screen, or for the results, is no
  // second leaving of the question. It ends with another answer or another question.
  const attended = useRef(false);
  /** Marked as helped only when what was promised is done: otherwise it is tried again when the question is next left. */
  const attendTo = async (left: MeasureForm, at: number | null): Promise<void> => {
    attended.current = true;
    const done = await tell(left);
    // Kept before help opens, so that coming back finds the answer and help is not opened for it twice.
    draft.change({ ...left, helped: done ? [...left.helped, left.at ?? 0] : left.helped, at });
    await draft.flush();
  };
  /** The last chance to do what was promised: a saved form opens no question again. False where it could not be done. */
  const settle = async (form: MeasureForm): Promise<boolean> => {
    attended.current = true;
    if (!owesHelp(instrument, form)) return true;
    if (!(await tell(form))) return false;
    // Kept before the form is saved: where that fails, pressing again raises no second alert.
    draft.change({ ...form, helped: [...riskItems(instrument, form.answers)] });
    await draft.flush();
    return true;
  };
  const beginAnew = useCallback((): void => { attended.current = false; }, []);
  useWorryOnLeave(() => {
    if (here === undefined || attended.current || !isWorrying(instrument, here)) return undefined;
    return attendTo(here, here.at);
  });
  return { attendTo, settle, beginAnew };
}
