import { heldIf, type Measure } from './measure.ts';

/**
 * `persistent-storage` only: without it Chromium may throw away the person's database when the disk runs short.
 * Everything else is a device, a place or a pop-up that the page has no use for.
 */
const GRANTED = 'persistent-storage';

export const permissions: Measure = {
  name: 'permissions',
  why: 'Camera, microphone, position, notifications and some forty others would be one call away (security.md 5 E69-75).',
  apply: ({ eachSession }) => {
    eachSession((session, place) => {
      const isGranted = (permission: string): boolean => place === 'app' && permission === GRANTED;
      session.setPermissionRequestHandler((_page, permission, answer) => {
        answer(isGranted(permission));
      });
      session.setPermissionCheckHandler((_page, permission) => isGranted(permission));
      session.setDevicePermissionHandler(() => false);
      // No stream in the answer is a refusal.
      session.setDisplayMediaRequestHandler((_request, answer) => {
        answer({});
      });
    });
  },
  check: async ({ probe }) => heldIf((await probe(ASK_EACH)) === ''),
};

/** Names of the permissions that are not denied, joined; empty when all are. Unknown names do not count. */
const ASK_EACH = `Promise.all(['camera', 'microphone', 'geolocation', 'notifications', 'midi', 'clipboard-read', 'screen-wake-lock', 'idle-detection']
  .map((name) => navigator.permissions.query({ name }).then((status) => status.state === 'denied' ? '' : name, () => '')))
  .then((names) => names.join(''))`;
