/** Something with a name that takes time; `after` names another that must have ended before it may begin. */
export type Job<T> = { readonly name: string; readonly after: string | undefined; readonly run: () => Promise<T> };

/**
 * Runs jobs, at most `lanes` at once, each as soon as a lane is free and what it comes after has ended (a name that is
 * not among the jobs holds nobody up). Begins them in the order given; resolves to their results in that order. A job
 * that throws ends the whole.
 */
export async function runInLanes<T>(jobs: readonly Job<T>[], lanes: number): Promise<readonly (readonly [string, T])[]> {
  const results = new Map<string, T>();
  const waiting = [...jobs];
  const running = new Map<string, Promise<void>>();
  while (waiting.length > 0 || running.size > 0) {
    const held = new Set([...waiting.map(({ name }) => name), ...running.keys()]);
    const next = running.size < lanes ? waiting.findIndex(({ after }) => after === undefined || !held.has(after)) : -1;
    const [job] = next < 0 ? [] : waiting.splice(next, 1);
    if (job !== undefined) {
      running.set(job.name, job.run().then((result) => void results.set(job.name, result)).finally(() => running.delete(job.name)));
    } else if (running.size > 0) {
      await Promise.race(running.values());
    } else {
      throw new Error(`These wait for each other: ${waiting.map(({ name }) => name).join(', ')}.`);
    }
  }
  return jobs.map(({ name }) => [name, results.get(name) as T]);
}
