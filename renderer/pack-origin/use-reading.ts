import { useCallback, useEffect, useRef } from 'react';
import type { ProgressData } from '#protocol/education/schema.ts';
import type { ActivityViewProps } from './activity-view-props.ts';

/** Where someone is in a document, and the share of it that was read, 0 to 1. */
export type Reading = Pick<ProgressData, 'page' | 'pages' | 'place' | 'share'>;

/** How long a place may rest before it is reported, in milliseconds: at most a second of work is lost at any kill (issue 2). */
const REPORT_AFTER = 700;

/**
 * Reports where someone is in a document: `opened` first, then `progressed`, soon after each change and at once when
 * the page goes away. `finish` reports `completed`. Seconds count from the last report, an hour at most.
 */
export function useReading(report: ActivityViewProps['report']): { readonly moved: (reading: Reading) => void; readonly finish: () => void } {
  const now = useRef<Reading>({});
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const since = useRef<number>(undefined);
  const opened = useRef(false);
  const send = useCallback((verb: 'progressed' | 'completed') => {
    clearTimeout(waiting.current);
    waiting.current = undefined;
    const at = performance.now();
    const seconds = Math.min(3600, Math.round((at - (since.current ?? at)) / 1000));
    since.current = at;
    report(opened.current ? verb : 'opened', { ...now.current, seconds });
    if (!opened.current && verb === 'completed') report(verb, { ...now.current, seconds: 0 });
    opened.current = true;
  }, [report]);
  useEffect(() => {
    const flush = () => { if (waiting.current !== undefined) send('progressed'); };
    window.addEventListener('pagehide', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, [send]);
  const moved = useCallback((reading: Reading) => {
    now.current = reading;
    clearTimeout(waiting.current);
    waiting.current = setTimeout(() => { send('progressed'); }, opened.current ? REPORT_AFTER : 0);
  }, [send]);
  const finish = useCallback(() => { send('completed'); }, [send]);
  return { moved, finish };
}
