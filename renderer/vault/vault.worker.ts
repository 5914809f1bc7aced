import { createVault } from './create-vault.ts';
import type { VaultReply, VaultRequest } from './vault-calls.ts';
import { webPrimitives } from './web-primitives.ts';

// The worker's own scope. Both ends are built together and nobody else can reach a dedicated worker, so what comes
// in is trusted to be a VaultRequest.
const vault = createVault(webPrimitives, (count) => crypto.getRandomValues(new Uint8Array(count)));

self.addEventListener('message', (event: MessageEvent<VaultRequest>) => {
  const { request, call, input } = event.data;
  // Each call takes what its caller was typed to send.
  const run = vault[call] as (input: unknown) => Promise<unknown>;
  run(input).then(
    (value) => { reply({ request, value }); },
    // What went wrong may quote a key or a PIN: it stays here.
    () => { reply({ request, failed: true }); },
  );
});

function reply(message: VaultReply): void {
  self.postMessage(message);
}

