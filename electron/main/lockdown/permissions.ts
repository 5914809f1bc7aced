import { heldIf, type Measure, type Place } from './measure.ts';

/** `persistent-storage` only: without it Chromium may throw away the person's database when the disk runs short. */
const GRANTED = 'persistent-storage';

/** What Chromium says of who asks: `mediaTypes` when a page asks for a device, `mediaType` when it looks whether it may. */
type Asked = { readonly mediaTypes?: readonly string[] | undefined; readonly mediaType?: string | undefined; readonly isMainFrame?: boolean | undefined };

/**
 * Whether a power is given. Beside storage only the camera ever is, to our own page itself, without sound, on a tablet
 * that has one, and while the page's camera screen is open. Everything else is a device, a place or a pop-up that no page
 * has a use for.
 */
export function isGranted(place: Place, permission: string, asked: Asked, isCameraOpen: () => boolean): boolean {
  if (place !== 'app') return false;
  if (permission === GRANTED) return true;
  const devices = asked.mediaTypes ?? (asked.mediaType === undefined ? [] : [asked.mediaType]);
  return permission === 'media' && asked.isMainFrame === true && devices.length === 1 && devices[0] === 'video' && isCameraOpen();
}

export const permissions: Measure = {
  name: 'permissions',
  why: 'Camera, microphone, position, notifications and some forty others would be one call away (security.md 5 E69-75).',
  apply: ({ eachSession, isCameraOpen }) => {
    eachSession((session, place) => {
      session.setPermissionRequestHandler((_page, permission, answer, details) => {
        answer(isGranted(place, permission, details, isCameraOpen));
      });
      session.setPermissionCheckHandler((_page, permission, _origin, details) => isGranted(place, permission, details, isCameraOpen));
      session.setDevicePermissionHandler(() => false);
      // No stream in the answer is a refusal.
      session.setDisplayMediaRequestHandler((_request, answer) => {
        answer({});
      });
    });
  },
  check: async ({ probe, isCameraOpen }) => heldIf(((await probe(ASK_EACH)) as string).replace(isCameraOpen() ? 'camera' : /^$/, '') === ''),
};

/** Names of the permissions that are not denied, joined; empty when all are. Unknown names do not count. */
const ASK_EACH = `Promise.all(['camera', 'microphone', 'geolocation', 'notifications', 'midi', 'clipboard-read', 'screen-wake-lock', 'idle-detection']
  .map((name) => navigator.permissions.query({ name }).then((status) => status.state === 'denied' ? '' : name, () => '')))
  .then((names) => names.join(''))`;
