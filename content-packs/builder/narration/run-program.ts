import { spawn } from 'node:child_process';

/** Runs a program of the system with `input` on its standard input. Resolves to its output; rejects when it is not there or fails. */
export function runProgram(program: string, args: readonly string[], input: string | Uint8Array): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...args], { stdio: ['pipe', 'pipe', 'ignore'] });
    const pieces: Buffer[] = [];
    child.stdout.on('data', (piece: Buffer) => pieces.push(piece));
    child.on('error', reject);
    // One that ends before it has read everything says so by its code.
    child.stdin.on('error', () => undefined);
    child.on('close', (code) => {
      if (code === 0) resolve(Buffer.concat(pieces));
      else reject(new Error(`${program} ended with ${String(code)}`));
    });
    child.stdin.end(input);
  });
}
