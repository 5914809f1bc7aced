import type { CommitListener, Committer } from '../db/committer.ts';
import { exchangeWithFamily, type FamilyWork } from './exchange-with-family.ts';
import type { FamilyLink, LinkFault } from './link.ts';
import { nextPollAfter } from './next-poll.ts';

export type FamilyLinkDependencies = {
  readonly link: FamilyLink;
  readonly work: FamilyWork;
  readonly committer: Pick<Committer, 'subscribe'>;
  /** A commit that announces one of these topics has news for the outside: it goes out at once. */
  readonly topics: readonly string[];
  /** Told each failure with a code, and each return; never a message. */
  readonly onChange: (
    state: { readonly answers: true } | { readonly answers: false; readonly fault: LinkFault | 'internal' },
  ) => void;
  readonly onError: (error: unknown) => void;
};

/**
 * Talks with the family service from now on: at once, whenever there is news, and every ten seconds; less and less
 * often while it does not answer. One exchange at a time. Call as
 * `startFamilyLink({ link: createFamilyLink({ url, token, timeout: 20_000 }), work: createFamilyDelivery(…),
 * committer: database.committer, topics: [FAMILY_NEWS], onChange, onError })`; `stop` waits for the exchange under way.
 */
export function startFamilyLink(dependencies: FamilyLinkDependencies): { readonly stop: () => Promise<void> } {
  let failures = 0;
  let stopped = false;
  let news = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;

  const once = async (): Promise<void> => {
    news = false;
    const fault = await exchangeOnce(dependencies);
    if (fault === undefined && failures > 0) dependencies.onChange({ answers: true });
    if (fault !== undefined && failures === 0) dependencies.onChange({ answers: false, fault });
    failures = fault === undefined ? 0 : failures + 1;
  };
  const schedule = (delay: number): void => {
    if (stopped) return;
    clearTimeout(timer);
    timer = setTimeout(run, delay);
  };
  const run = (): void => {
    if (stopped || running !== undefined) return;
    running = once().finally(() => {
      running = undefined;
      schedule(news && failures === 0 ? 0 : nextPollAfter(failures));
    });
  };
  const unsubscribe = dependencies.committer.subscribe((notices) => {
    if (!hasNews(notices, dependencies.topics)) return;
    news = true;
    // News does not hurry a service that is down.
    if (running === undefined && failures === 0) schedule(0);
  });
  schedule(0);
  return {
    stop: async () => {
      stopped = true;
      unsubscribe();
      clearTimeout(timer);
      await running;
    },
  };
}

function hasNews(notices: Parameters<CommitListener>[0], topics: readonly string[]): boolean {
  return notices === 'lost-track' || notices.some((notice) => notice.topics.some((topic) => topics.includes(topic)));
}

async function exchangeOnce(dependencies: FamilyLinkDependencies): Promise<LinkFault | 'internal' | undefined> {
  try {
    const result = await exchangeWithFamily(dependencies.link, dependencies.work);
    return result.ok ? undefined : result.error;
  } catch (error) {
    // The database was busy, or a bug: nothing was confirmed, so it all comes again.
    dependencies.onError(error);
    return 'internal';
  }
}
