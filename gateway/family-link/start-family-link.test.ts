import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CommitListener } from '../db/committer.ts';
import type { FamilyWork } from './exchange-with-family.ts';
import type { FamilyLink } from './link.ts';
import { nextPollAfter, POLL_EVERY, POLL_LONGEST } from './next-poll.ts';
import { startFamilyLink } from './start-family-link.ts';

describe('the pause between two exchanges', () => {
  it('is ten seconds, doubles while nobody answers, and never grows beyond ten minutes', () => {
    expect([0, 1, 2, 5].map(nextPollAfter)).toEqual([10_000, 20_000, 40_000, 320_000]);
    for (const failures of [6, 10, 1000]) expect(nextPollAfter(failures)).toBe(POLL_LONGEST);
  });
});

describe('the link', () => {
  let fetches: number;
  let answers: boolean;
  let changes: boolean[];
  let announce: (topic: string) => void;
  let running: { readonly stop: () => Promise<void> };

  const nothing = async () => [];
  const work = { takeContacts: nothing, takeDeliveries: nothing, takeStatuses: nothing, takeCertificates: nothing } as unknown as FamilyWork;
  const link = {
    fetchReplies: async () => {
      fetches += 1;
      return answers ? { ok: true, value: [] } : { ok: false, error: { code: 'unreachable', sent: false } };
    },
  } as unknown as FamilyLink;

  beforeEach(async () => {
    vi.useFakeTimers();
    fetches = 0;
    answers = true;
    changes = [];
    const listeners = new Set<CommitListener>();
    announce = (topic) => {
      for (const listener of listeners) listener([{ commit: 1, topics: [topic] }]);
    };
    const committer = {
      subscribe: (listener: CommitListener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    } as unknown as Parameters<typeof startFamilyLink>[0]['committer'];
    running = startFamilyLink({
      link,
      work,
      committer,
      topics: ['news'],
      onChange: (state) => changes.push(state.answers),
      onError: () => undefined,
    });
    await vi.advanceTimersByTimeAsync(0);
  });
  afterEach(async () => {
    await running.stop();
    vi.useRealTimers();
  });

  it('talks at once, every ten seconds, and at once again when there is news', async () => {
    expect(fetches).toBe(1);
    await vi.advanceTimersByTimeAsync(POLL_EVERY);
    expect(fetches).toBe(2);
    announce('something else');
    await vi.advanceTimersByTimeAsync(1);
    expect(fetches).toBe(2);
    announce('news');
    await vi.advanceTimersByTimeAsync(1);
    expect(fetches).toBe(3);
  });

  it('asks less and less often while nobody answers, whatever the news, and says so once', async () => {
    answers = false;
    await vi.advanceTimersByTimeAsync(POLL_EVERY);
    const before = fetches;
    for (let second = 0; second < 3600; second += 1) {
      announce('news');
      await vi.advanceTimersByTimeAsync(1000);
    }
    expect(fetches - before).toBeLessThan(15);
    answers = true;
    await vi.advanceTimersByTimeAsync(POLL_LONGEST);
    expect(changes).toEqual([false, true]);
    const back = fetches;
    await vi.advanceTimersByTimeAsync(POLL_EVERY);
    expect(fetches).toBe(back + 1);
  });

  it('stops when it is told to', async () => {
    await running.stop();
    announce('news');
    await vi.advanceTimersByTimeAsync(POLL_LONGEST);
    expect(fetches).toBe(1);
  });
});
