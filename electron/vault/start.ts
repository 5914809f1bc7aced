import { randomBytes } from 'node:crypto';
import { answerPage, type AnsweredPage } from './answer-page.ts';
import { createAskMain } from './ask-main.ts';
import { createVault } from './create-vault.ts';
import { fileDeviceSecret } from './device-secret.ts';
import { inTurn } from './in-turn.ts';
import { nodePrimitives } from './node-primitives.ts';
import { createSignIns } from './sign-ins.ts';
import { PAGE_PORT } from './vault-messages.ts';
import { fileVaultRecords } from './vault-records.ts';

/**
 * The vault's own process: people's keys live and die here, apart from the window and from the network.
 * Started by main with one argument, the folder of the tablet's data. The page talks to it over a port of its own,
 * which main handed over; main is asked where the tablet is and what the gateway says.
 */
const folder = process.argv[2];
if (folder === undefined) throw new Error('The vault is started with the folder of its data');
process.umask(0o077);

const monotonicNow = (): number => Number(process.hrtime.bigint() / 1_000_000n);
const dependencies = {
  primitives: nodePrimitives,
  deviceSecret: fileDeviceSecret(folder),
  records: fileVaultRecords(folder),
  randomBytes: (count: number) => new Uint8Array(randomBytes(count)),
  monotonicNow,
};
const main = createAskMain((word) => process.parentPort.postMessage(word));
// One after the other, whichever page asks: two tries at once must not share one count.
const takeTurn = inTurn();
let page: AnsweredPage | undefined;

process.parentPort.on('message', ({ data, ports: [port] }) => {
  if (data !== PAGE_PORT) main.hear(data);
  else if (port !== undefined) answerNewPage(port);
});
process.parentPort.postMessage('vault-ready');

/** A page has a vault of its own: whoever was signed in at the page before is not at this one. */
function answerNewPage(port: Electron.MessagePortMain): void {
  page?.close();
  const vault = createVault(dependencies);
  page = answerPage(port, {
    handlers: createSignIns((request) => takeTurn(() => vault.answer(request)) as Promise<never>, main),
    now: monotonicNow,
    note: (event, call, code) => main.tell({ tell: 'note', event, call, code }),
  });
}
