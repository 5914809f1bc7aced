/** How busy the exchanges keep the gateway. */
export type LoadMeter = {
  /** Call when an exchange begins; call what it returns when the exchange ends. */
  readonly begin: () => () => void;
  /** Share of the last whole minute in which at least one exchange was open, 0 to 1. */
  readonly share: () => number;
};

const MINUTE = 60_000;

/** Builds a meter on the gateway's clock (milliseconds). */
export function measureLoad(clock: () => number): LoadMeter {
  let open = 0;
  let since = clock();
  let minuteBegan = clock();
  let busy = 0;
  let last = 0;
  const settle = (): void => {
    const now = clock();
    if (open > 0) busy += Math.max(0, now - since);
    since = now;
    if (now - minuteBegan >= MINUTE) {
      last = Math.min(1, busy / (now - minuteBegan));
      busy = 0;
      minuteBegan = now;
    }
  };
  return {
    begin: () => {
      settle();
      open += 1;
      return () => {
        settle();
        open -= 1;
      };
    },
    share: () => {
      settle();
      return last;
    },
  };
}
