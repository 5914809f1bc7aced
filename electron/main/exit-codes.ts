/**
 * Why the shell ended, for whoever starts it again (security.md 3: exit-code policy).
 * Chosen apart from 1 and 2, which a crashed runtime uses itself.
 */
export const EXIT = {
  /** The system, or the person at a demo, asked it to. */
  asked: 0,
  /** A second tablet program was started; the first one keeps the screen. */
  alreadyRunning: 0,
  /** Something nobody foresaw threw: a fresh start is safer than a program in an unknown state. */
  uncaught: 70,
  /** Another window took the keyboard: a file dialog, which dies with this process. */
  focusLost: 72,
  /** Arguments or environment that could change what the program does. */
  launchRefused: 78,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
