import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import type { AppToPlayer } from '#protocol/shell/player.ts';
import { openActivity, type ActivityOptions, type ActivityStanding, type OpenActivity } from '../open-activity.ts';

/** An activity that is open in `stage` while its screen is shown, and how it stands. */
export type ActivityOnScreen = {
  readonly stage: RefObject<HTMLDivElement | null>;
  readonly standing: ActivityStanding;
  readonly hasRoom: boolean;
  readonly send: (message: AppToPlayer) => void;
  readonly tryAgain: () => void;
};

/** Opens an activity when its screen appears and closes it when it goes. The options are those of the first call (PACK-30). */
export function useOpenActivity(options: Omit<ActivityOptions, 'onStanding' | 'onKept'>): ActivityOnScreen {
  const [first] = useState(options);
  const [standing, setStanding] = useState<ActivityStanding>('opening');
  const [hasRoom, setHasRoom] = useState(true);
  const [tries, setTries] = useState(0);
  const stage = useRef<HTMLDivElement>(null);
  const activity = useRef<OpenActivity>(undefined);
  useEffect(() => {
    if (stage.current === null) return;
    const opened = openActivity(stage.current, { ...first, onStanding: setStanding, onKept: setHasRoom });
    activity.current = opened;
    return opened.close;
  }, [first, tries]);
  const send = useCallback((message: AppToPlayer) => { activity.current?.send(message); }, []);
  const tryAgain = useCallback(() => {
    setStanding('opening');
    setTries((before) => before + 1);
  }, []);
  return { stage, standing, hasRoom, send, tryAgain };
}
