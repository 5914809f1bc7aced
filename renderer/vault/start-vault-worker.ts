import type { VaultCallName, VaultCalls, VaultReply, VaultRequest } from './vault-calls.ts';
import workerUrl from './vault.worker.ts?worker&url';

/** The vault, and the end of it: ending the worker is what makes its memory unreachable. */
export type VaultWorker = { readonly calls: VaultCalls; readonly end: () => void };

/** Starts a vault worker. One for each sign-in. */
export function startVaultWorker(): VaultWorker {
  const worker = new Worker(workerUrl, { type: 'module' });
  const waiting = new Map<number, { readonly resolve: (value: unknown) => void; readonly reject: (error: Error) => void }>();
  let last = 0;
  worker.addEventListener('message', (event: MessageEvent<VaultReply>) => {
    const asked = waiting.get(event.data.request);
    waiting.delete(event.data.request);
    if ('failed' in event.data) asked?.reject(new Error('The vault could not do it'));
    else asked?.resolve(event.data.value);
  });
  worker.addEventListener('error', () => {
    for (const asked of waiting.values()) asked.reject(new Error('The vault did not start'));
    waiting.clear();
  });
  const ask = (call: VaultCallName) => (input: unknown) =>
    new Promise<unknown>((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      const request: VaultRequest = { request: last, call, input };
      worker.postMessage(request);
    });
  const names: readonly VaultCallName[] = ['lookup', 'create', 'tryPin', 'signIn', 'pretend', 'seal', 'open', 'makeSheet', 'readSheet'];
  // Every call of VaultCalls is in the list above; the map loses their types.
  const calls = Object.fromEntries(names.map((name) => [name, ask(name)])) as VaultCalls;
  return { calls, end: () => { worker.terminate(); } };
}
