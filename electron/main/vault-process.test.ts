import { spawn, type ChildProcess } from 'node:child_process';
import { expect, it } from 'vitest';
import { createVaultProcess, type ForkVault } from './vault-process.ts';

/** A real process in the place of Electron's utility process: `kill` of that one only asks, too. */
function forkOf(script: string, started: (child: ChildProcess) => void): ForkVault {
  return (() => {
    const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'ignore'] });
    started(child);
    return Object.assign(child, { postMessage: () => undefined });
  }) as unknown as ForkVault;
}

it('a vault that will not end when it is told to is killed, and signing out does not wait for ever', async () => {
  let child: ChildProcess | undefined;
  const fork = forkOf('process.on("SIGTERM", () => undefined); setInterval(() => undefined, 1000); console.log("deaf")', (one) => { child = one; });
  const vault = createVaultProcess({ fork, file: '', folder: '', answer: () => Promise.reject(new Error('nothing is asked')), hear: () => undefined });
  vault.connect({ close: () => undefined } as never, () => undefined);
  await new Promise((resolve) => child?.stdout?.once('data', resolve));
  await vault.end();
  expect(child?.signalCode).toBe('SIGKILL');
}, 20_000);
