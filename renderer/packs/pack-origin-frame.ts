import { PLAYER_HOST_READY } from '#protocol/shell/player.ts';

/** `http(s)://<pack id>.packs.<gateway host>` (architecture, decision 5). */
export function packOrigin(packId: string): string {
  return `${location.protocol}//${packId}.packs.${location.host}`;
}

/** Resolves when the player's page in this frame says that it can be handed its ports. */
export function hostReady(frame: HTMLIFrameElement, origin: string): Promise<void> {
  return new Promise((resolve) => {
    const onMessage = (event: MessageEvent<unknown>) => {
      if (event.source !== frame.contentWindow || event.origin !== origin || event.data !== PLAYER_HOST_READY) return;
      window.removeEventListener('message', onMessage);
      resolve();
    };
    window.addEventListener('message', onMessage);
  });
}
