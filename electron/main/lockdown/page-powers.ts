import { heldIf, type Measure } from './measure.ts';

/**
 * Blink features that open something native or reach a device. A name this Chromium does not know is ignored, so the
 * list may hold older and newer names side by side.
 */
const FEATURES = [
  // Open, save and folder dialogs; the permission check did not stop them on Chromium 114 (security.md 5 B28).
  'FileSystemAccess',
  'FileSystemAccessLocal',
  'FileHandling',
  // Looks at the whole screen (B30).
  'EyeDropperAPI',
  'WebBluetooth',
  'WebUSB',
  'WebHID',
  'Serial',
  'WebNFC',
  'WebShare',
  'WebXR',
  'DirectSockets',
  'PaymentRequest',
  'Presentation',
  'RemotePlayback',
  'IdleDetection',
  'FontAccess',
  'KeyboardLock',
  'WakeLock',
  'WindowPlacement',
  'WindowManagement',
  'NavigatorContentUtils',
  'ContactsManager',
  'BackgroundFetch',
  'PushMessaging',
  'Notifications',
  'DigitalGoods',
  'Database',
  'SpeculationRules',
  'DocumentPictureInPictureAPI',
] as const;

/** Names that must not be there after it. */
const GONE = ['showOpenFilePicker', 'showSaveFilePicker', 'showDirectoryPicker', 'EyeDropper'] as const;

export const pagePowers: Measure = {
  name: 'page-powers',
  why: 'File pickers, the eyedropper and their kind open native windows that no handler can refuse (security.md 0.2).',
  apply: ({ app }) => {
    app.commandLine.appendSwitch('disable-blink-features', FEATURES.join(','));
    app.commandLine.appendSwitch('disable-pdf-extension');
    app.commandLine.appendSwitch('disable-notifications');
  },
  check: async ({ probe }) =>
    heldIf((await probe(`${JSON.stringify(GONE)}.filter((name) => name in window).length`)) === 0),
};
