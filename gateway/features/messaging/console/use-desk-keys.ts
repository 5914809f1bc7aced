import { useEffect, useRef, useState } from 'react';

/** What each key does on the desk: a single one in lower case, or `control+enter`. */
export type DeskKeys = Readonly<Partial<Record<string, () => void>>>;

/**
 * Keys for those who clear a long queue. Single ones are off while somebody types, and while `on` is false: people who
 * dictate must be able to turn them off (WCAG 2.1.4). All are off under an open question.
 */
export function useDeskKeys(keys: DeskKeys, on: boolean): void {
  const latest = useRef(keys);
  useEffect(() => { latest.current = keys; });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.metaKey || event.altKey || event.repeat || isWithin(event.target, '[role=alertdialog], [role=dialog]')) return;
      if (!event.ctrlKey && (!on || isWithin(event.target, TYPING))) return;
      const act = latest.current[`${event.ctrlKey ? 'control+' : ''}${event.key.toLowerCase()}`];
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', onKey);
    return () => { window.removeEventListener('keydown', onKey); };
  }, [on]);
}

const KEY = 'throughline-desk-keys';

/** Whether single keys are on at this workstation; they are until somebody turns them off. */
export function useKeysOn(): readonly [on: boolean, change: (on: boolean) => void] {
  const [on, setOn] = useState(() => localStorage.getItem(KEY) !== 'off');
  return [on, (next) => { localStorage.setItem(KEY, next ? 'on' : 'off'); setOn(next); }];
}

/** Fields that take letters: keys belong to them. */
const TYPING = 'input:not([type=radio], [type=checkbox]), textarea, select';

function isWithin(target: EventTarget | null, selector: string): boolean {
  return target instanceof HTMLElement && target.closest(selector) !== null;
}
