import { describe, expect, it } from 'vitest';
import type { TabletReport } from '#protocol/sync/exchange.ts';
import type { Answer } from '#protocol/sync/operation.ts';
import { settleReport } from './settle-report.ts';

const DAY = 86_400_000;
const now = 20_000 * DAY;
const report: TabletReport = { appVersion: '1', shell: 'kiosk', waiting: 3, measures: [], packs: [] };
const answers = (...kinds: readonly Answer['answer'][]) => kinds.map((answer) => ({ answer }) as Answer);

describe('a report once its operations are answered', () => {
  it('CLOCK-1 says by the gateway’s clock how old the oldest work is, however wrong the tablet’s is', () => {
    const settled = settleReport({ ...report, oldestWaitingAt: 5 * DAY }, [], { tabletTime: 12 * DAY, now });
    expect(settled).toEqual({ ...report, oldestWaitingAt: now - 7 * DAY });
  });

  it('counts what was accepted or refused as waiting no longer, and what is to be sent again as still waiting', () => {
    const at = { tabletTime: now, now };
    const old = { ...report, oldestWaitingAt: now - DAY };
    expect(settleReport(old, answers('accepted', 'refused', 'retry'), at)).toEqual({ ...old, waiting: 1 });
    expect(settleReport(old, answers('accepted', 'accepted', 'accepted'), at)).toEqual({ ...report, waiting: 0 });
  });

  it('takes a report without the field, and a time to come as now', () => {
    expect(settleReport(report, [], { tabletTime: 0, now })).toEqual(report);
    expect(settleReport({ ...report, oldestWaitingAt: 9 }, [], { tabletTime: 5, now }).oldestWaitingAt).toBe(now);
  });
});
