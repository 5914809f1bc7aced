import { ipcRenderer } from 'electron';
import { refuseGestures } from './refuse-gestures.ts';

/** As `PLAYER_PORT_MESSAGE` of protocol/shell/player.ts; a test keeps them the same. */
const PLAYER_PORT_MESSAGE = 'throughline:player-port';

/**
 * All that a pack's own view gets: one port to the app, handed over once. No bridge, nothing exposed; what the player
 * says through the port are claims (security.md 5 F87).
 */
ipcRenderer.once(PLAYER_PORT_MESSAGE, (event) => {
  window.postMessage(PLAYER_PORT_MESSAGE, window.location.origin, [...event.ports]);
});

refuseGestures(window);
