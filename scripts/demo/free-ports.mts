import { createServer } from 'node:net';
import { Problem } from '../lib/problem.mts';

/** Throws Problem naming the first of the ports that another program has. */
export async function requireFreePorts(ports: readonly number[]): Promise<void> {
  for (const port of ports) {
    if (!(await isFree(port))) {
      throw new Problem(
        `Port ${String(port)} is taken by another program: stop that program, or choose other ports with --port N (N to N+2 are used).`,
      );
    }
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, () => probe.close(() => resolve(true)));
  });
}
