import type { ShellPort } from '#protocol/shell/bridge.ts';

/** Often enough that a stuck page is noticed within a minute. */
const BEAT = 10_000;

/** Says that the page is alive for as long as it is; the shell restarts one that stops (security.md 5 G93). */
export function startHeartbeat(shell: Pick<ShellPort, 'heartbeat'>): void {
  const beat = () => { void shell.heartbeat({ at: Math.max(0, Date.now()) }).catch(() => undefined); };
  beat();
  setInterval(beat, BEAT);
}
