import { backgroundRequests } from './background-requests.ts';
import { certificates } from './certificates.ts';
import { clipboard } from './clipboard.ts';
import { contextMenu } from './context-menu.ts';
import { csp } from './csp.ts';
import { devices } from './devices.ts';
import { devtools } from './devtools.ts';
import { downloads } from './downloads.ts';
import { dragAndDrop } from './drag-and-drop.ts';
import { externalProtocols } from './external-protocols.ts';
import { fileDialogs } from './file-dialogs.ts';
import { focusWatchdog } from './focus-watchdog.ts';
import { freedMemory } from './freed-memory.ts';
import { fuses } from './fuses.ts';
import { keyboard } from './keyboard.ts';
import type { Measure } from './measure.ts';
import { menu } from './menu.ts';
import { nameResolution } from './name-resolution.ts';
import { navigation } from './navigation.ts';
import { network } from './network.ts';
import { newWindows } from './new-windows.ts';
import { pagePowers } from './page-powers.ts';
import { permissions } from './permissions.ts';
import { print } from './print.ts';
import { sandbox } from './sandbox.ts';
import { spellcheck } from './spellcheck.ts';
import { uncaughtErrors } from './uncaught-errors.ts';
import { webrtc } from './webrtc.ts';
import { webview } from './webview.ts';
import { windowShape } from './window-shape.ts';
import { zoom } from './zoom.ts';

/**
 * Every power taken away from the tablet's pages, one file each. The list is used four times: applied at boot,
 * checked at boot, reported to the gateway, attacked in tests/kiosk.
 */
export const measures: readonly Measure[] = [
  sandbox,
  csp,
  navigation,
  newWindows,
  externalProtocols,
  permissions,
  devices,
  pagePowers,
  fileDialogs,
  focusWatchdog,
  downloads,
  print,
  network,
  nameResolution,
  backgroundRequests,
  webrtc,
  certificates,
  keyboard,
  menu,
  contextMenu,
  devtools,
  webview,
  zoom,
  dragAndDrop,
  clipboard,
  spellcheck,
  windowShape,
  uncaughtErrors,
  freedMemory,
  fuses,
];
