/** How long the page may ask for the camera after it said that its camera screen is open, in milliseconds. */
const OPEN_FOR_MS = 2 * 60_000;

/** Whether the page may ask for the camera just now. A picture that runs already ends with its screen or its page. */
export type CameraGrant = {
  /** This tablet's settings say that it has one. */
  readonly hasCamera: boolean;
  /** The camera's screen was opened; false where the tablet has none. */
  readonly open: () => boolean;
  readonly close: () => void;
  readonly isOpen: () => boolean;
};

/** Creates the grant, closed. Takes what the settings say, and a monotonic clock in milliseconds. */
export function createCameraGrant(hasCamera: boolean, now: () => number): CameraGrant {
  let openUntil = -Infinity;
  return {
    hasCamera,
    open: () => {
      if (hasCamera) openUntil = now() + OPEN_FOR_MS;
      return hasCamera;
    },
    close: () => {
      openUntil = -Infinity;
    },
    isOpen: () => hasCamera && now() < openUntil,
  };
}
