import { nextIdleStep } from './next-idle-step.ts';

/** Anything a person does with the screen. */
const SIGNS_OF_LIFE = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'input'] as const;
const LOOK_EVERY = 5000;

let lastTouch = { monotonic: 0, wall: 0 };

/** Counts as a touch: for what the page cannot see itself, such as a course in its own view. */
export function noteActivity(): void {
  lastTouch = { monotonic: performance.now(), wall: Date.now() };
}

/** Watches for idle time while somebody is signed in; returns what stops it. */
export function watchIdle(on: { readonly lock: () => void; readonly signOut: () => void }): () => void {
  noteActivity();
  const look = () => {
    const step = nextIdleStep({ monotonic: performance.now() - lastTouch.monotonic, wall: Date.now() - lastTouch.wall });
    if (step === 'lock') on.lock();
    if (step === 'sign-out') on.signOut();
  };
  const timer = setInterval(look, LOOK_EVERY);
  for (const sign of SIGNS_OF_LIFE) window.addEventListener(sign, noteActivity, { capture: true, passive: true });
  return () => {
    clearInterval(timer);
    for (const sign of SIGNS_OF_LIFE) window.removeEventListener(sign, noteActivity, { capture: true });
  };
}
