type Emitter = { emit: (name: string, ...args: unknown[]) => boolean };

/**
 * Asks the listeners of an event what they would do, with an event that never happened, so that a check can see a
 * refusal without attempting the escape. Returns true when a listener called `preventDefault`.
 */
export function askWhetherPrevented(
  emitter: object,
  name: string,
  details: Readonly<Record<string, unknown>> = {},
  ...more: readonly unknown[]
): boolean {
  let prevented = false;
  const event = {
    ...details,
    preventDefault: () => {
      prevented = true;
    },
  };
  (emitter as Emitter).emit(name, event, ...more);
  return prevented;
}
