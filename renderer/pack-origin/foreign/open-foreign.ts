import type { ActivityViewProps } from '../activity-view-props.ts';
import type { HostWindow } from './content-host.ts';
import { createContentStores } from './content-stores.ts';
import type { Claim, ForeignSession } from './foreign-session.ts';
import { createKeptState } from './kept-state.ts';
import { openSession } from './open-session.ts';
import { createTimeOnTask } from './time-on-task.ts';

/** How often time on task is told when nothing else is, in milliseconds. */
const TELL_TIME_EVERY = 60_000;

/** What the screen around the frame is told. */
export type ForeignNews = 'finished' | 'ended';

/** An activity that was opened: where its frame goes, and what the frame's events are told to. */
export type OpenForeign = {
  readonly address: string;
  readonly onLoaded: () => void;
  readonly onMessage: NonNullable<ForeignSession['onMessage']>;
  /** The person says themselves that they are done: for pages that cannot. */
  readonly finish: () => void;
  readonly close: () => void;
};

type Context = Pick<ActivityViewProps, 'start' | 'report' | 'keep'> & {
  readonly learnerName: string;
  readonly onNews: (news: ForeignNews) => void;
};

/**
 * Makes everything ready that a course of somebody else's making will look for, and only then says where the frame may
 * go. What the course says is handed to the app as claims, each with the time since the last.
 */
export async function openForeign({ start, learnerName, report, keep, onNews }: Context): Promise<OpenForeign> {
  const now = () => performance.now();
  const state = createKeptState(start.state, keep, now);
  const time = createTimeOnTask(now, () => document.visibilityState === 'visible');
  const claim = ({ verb, data }: Claim): void => {
    report(verb, { ...data, seconds: time.take() });
    if (verb === 'completed' || verb === 'passed') {
      state.flush();
      onNews('finished');
    }
  };
  const session = await openSession({ start, state, learnerName, claim, onEnded: () => { state.flush(); onNews('ended'); } });
  const host = window as HostWindow;
  host.throughlineHost = { store: createContentStores(state), askLrs: session.askLrs ?? (() => ({ status: 404 })) };
  const tellTime = setInterval(() => { claim({ verb: 'progressed', data: {} }); }, TELL_TIME_EVERY);
  const goodbye = (): void => {
    session.stop();
    state.flush();
    const seconds = time.take();
    if (seconds > 0) report('progressed', { seconds });
  };
  const stopListening = listen(time.look, goodbye);
  let isLoaded = false;
  return {
    address: session.address,
    onLoaded: () => {
      if (!isLoaded) claim({ verb: 'opened', data: {} });
      isLoaded = true;
    },
    onMessage: session.onMessage ?? (() => undefined),
    finish: () => { claim({ verb: 'completed', data: {} }); },
    close: () => {
      goodbye();
      clearInterval(tellTime);
      stopListening();
      delete host.throughlineHost;
    },
  };
}

function listen(onVisibility: () => void, onPageHide: () => void): () => void {
  document.addEventListener('visibilitychange', onVisibility);
  window.addEventListener('pagehide', onPageHide);
  return () => {
    document.removeEventListener('visibilitychange', onVisibility);
    window.removeEventListener('pagehide', onPageHide);
  };
}
