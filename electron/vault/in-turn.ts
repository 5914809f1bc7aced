/** Runs what it is given one after the other. */
export type TakeTurn = <Value>(what: () => Promise<Value>) => Promise<Value>;

/** Creates a queue. What fails fails for whoever asked, and the next runs all the same. */
export function inTurn(): TakeTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (what) => {
    const mine = last.then(what);
    last = mine.catch(() => undefined);
    return mine;
  };
}
