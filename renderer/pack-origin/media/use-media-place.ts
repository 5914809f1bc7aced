import { useEffect, useRef, useState } from 'react';
import type { ActivityViewProps } from '../activity-view-props.ts';
import type { MediaPlace } from './media-place.ts';
import { readMediaState } from './media-state.ts';

/** How often what was played is kept, in milliseconds: the app takes it at most once a second. */
const KEEP_EVERY = 1000;
/** How often the share is reported as progress, in milliseconds: events are kept for ever, so few will do. */
const REPORT_EVERY = 30_000;

/** Keeps where a lesson's sounds and films stopped and what of them was played, and reports the share of the one that plays. */
export function useMediaPlace({ start, keep }: Pick<ActivityViewProps, 'start' | 'keep'>, report: (share: number) => void): MediaPlace {
  const [kept] = useState(() => readMediaState(start.state));
  const now = useRef({ state: kept, keptAt: 0, reportedAt: 0, share: 0, reported: 0 });
  useEffect(() => {
    const flush = () => { if (now.current.keptAt > 0) keep(JSON.stringify(now.current.state)); };
    window.addEventListener('pagehide', flush);
    return () => { window.removeEventListener('pagehide', flush); };
  }, [keep]);
  return {
    kept,
    note: (path, place, share) => {
      const here = now.current;
      const time = performance.now();
      here.state = { ...here.state, [path]: place };
      if (time - here.keptAt >= KEEP_EVERY) {
        here.keptAt = time;
        keep(JSON.stringify(here.state));
      }
      if ((share === 1 && here.reported < 1) || time - here.reportedAt >= REPORT_EVERY) {
        here.reportedAt = time;
        here.reported = share;
        report(share);
      }
    },
  };
}
