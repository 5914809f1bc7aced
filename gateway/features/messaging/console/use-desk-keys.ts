import { useEffect, useRef, useState } from 'react';

/** What each single key does on the desk; lower case. */
export type DeskKeys = Readonly<Partial<Record<string, () => void>>>;

/**
 * Single keys for those who clear a long queue. Off while somebody types, and while `on` is false: people who dictate
 * must be able to turn them off (WCAG 2.1.4).
 */
export function useDeskKeys(keys: DeskKeys, on: boolean): void {
  const latest = useRef(keys);
  useEffect(() => { latest.current = keys; });
  useEffect(() => {
    if (!on) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isTyping(event.target)) return;
      const act = latest.current[event.key.toLowerCase()];
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

/** In a field that takes letters, and in an open question above the page, keys belong to it. */
function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input:not([type=radio], [type=checkbox]), textarea, select, [role=alertdialog], [role=dialog]') !== null;
}
