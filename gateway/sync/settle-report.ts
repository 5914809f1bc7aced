import type { TabletReport } from '#protocol/sync/exchange.ts';
import type { Answer } from '#protocol/sync/operation.ts';

/**
 * A tablet's report as it stands once its operations are answered: what was taken waits no longer, and the time of the
 * oldest that still does is by the gateway's clock. Takes both clocks at this exchange, so that a tablet whose clock is
 * years off still says truly how old its work is (CLOCK-1); an age below nothing counts as none.
 */
export function settleReport(
  { oldestWaitingAt, ...report }: TabletReport,
  answers: readonly Answer[],
  { tabletTime, now }: { readonly tabletTime: number; readonly now: number },
): TabletReport {
  const taken = answers.filter(({ answer }) => answer !== 'retry').length;
  const waiting = Math.max(0, report.waiting - taken);
  if (waiting === 0 || oldestWaitingAt === undefined) return { ...report, waiting };
  return { ...report, waiting, oldestWaitingAt: Math.max(0, now - Math.max(0, tabletTime - oldestWaitingAt)) };
}
