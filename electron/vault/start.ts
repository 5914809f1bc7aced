import { randomBytes } from 'node:crypto';
import { createVault } from './create-vault.ts';
import { fileDeviceSecret } from './device-secret.ts';
import { nodePrimitives } from './node-primitives.ts';
import { VAULT_READY, vaultEnvelopeSchema } from './vault-messages.ts';
import { fileVaultRecords } from './vault-records.ts';

/**
 * The vault's own process: people's keys live and die here, apart from the window and from the network.
 * Started by main with one argument, the folder of the tablet's data.
 */
const folder = process.argv[2];
if (folder === undefined) throw new Error('The vault is started with the folder of its data');
process.umask(0o077);

const vault = createVault({
  primitives: nodePrimitives,
  deviceSecret: fileDeviceSecret(folder),
  records: fileVaultRecords(folder),
  randomBytes: (count) => new Uint8Array(randomBytes(count)),
  monotonicNow: () => Number(process.hrtime.bigint() / 1_000_000n),
});

// One after the other: two tries at once must not share one count.
let last: Promise<void> = Promise.resolve();
process.parentPort.on('message', ({ data }) => {
  last = last.then(() => answer(data));
});
process.parentPort.postMessage(VAULT_READY);

async function answer(data: unknown): Promise<void> {
  const envelope = vaultEnvelopeSchema.safeParse(data);
  if (!envelope.success) return;
  const { turn, request } = envelope.data;
  try {
    process.parentPort.postMessage({ turn, answer: await vault.answer(request) });
  } catch (cause) {
    // The name only: a message could quote what was being opened.
    process.parentPort.postMessage({ turn, failed: cause instanceof Error ? cause.name : 'unknown' });
  }
}
