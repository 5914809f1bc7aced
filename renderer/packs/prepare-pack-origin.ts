import { hostReady, packOrigin } from './pack-origin-frame.ts';

/** Origins whose service worker was put in place by this page. */
const prepared = new Set<string>();

/** Longest wait for a worker to keep the player's files; the next contact tries again. */
const PATIENCE = 30_000;

/**
 * Browser adapter only: opens a pack's origin unseen while there is a network, so that its service worker keeps the
 * player and the pack opens later with none (law 1). Does nothing where it was done before.
 */
export async function preparePackOrigin(packId: string): Promise<void> {
  if (prepared.has(packId)) return;
  const origin = packOrigin(packId);
  const frame = document.createElement('iframe');
  frame.hidden = true;
  frame.title = '';
  frame.setAttribute('sandbox', 'allow-scripts allow-same-origin');
  frame.src = `${origin}/__host/player.html`;
  const ready = hostReady(frame, origin).then(() => prepared.add(packId));
  document.body.append(frame);
  await Promise.race([ready, new Promise((resolve) => { setTimeout(resolve, PATIENCE); })]);
  frame.remove();
}
