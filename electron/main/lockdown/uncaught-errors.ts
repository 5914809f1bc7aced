import { EXIT } from '../exit-codes.ts';
import { heldIf, type Measure } from './measure.ts';

export const uncaughtErrors: Measure = {
  name: 'uncaught-errors',
  why: 'Electron shows an error it did not expect in a dialog of its own, and goes on in a state nobody knows (security.md 5 B33).',
  apply: ({ stop }) => {
    const end = (cause: unknown): void => {
      // Where, never what: a message may quote what somebody wrote.
      const stack = cause instanceof Error ? (cause.stack ?? '').split('\n').slice(1, 6).join('\n') : '';
      process.stderr.write(`uncaught ${cause instanceof Error ? cause.name : typeof cause}\n${stack}\n`);
      stop(EXIT.uncaught);
    };
    process.on('uncaughtException', end);
    process.on('unhandledRejection', end);
  },
  check: () =>
    heldIf(process.listenerCount('uncaughtException') > 0 && process.listenerCount('unhandledRejection') > 0),
};
