import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { encodeFrameHead } from '#protocol/packs/blob-frames.ts';
import type { PinnedRoots } from '#protocol/packs/roles.ts';
import { createGatewayLink, type GatewayLink } from '../../electron/main/gateway-link/create-gateway-link.ts';
import { createBrowserPackSource } from '../../renderer/shell/browser-pack-source.ts';
import { createGatewayDoor } from '../../renderer/shell/gateway-door.ts';
import type { BrowserVaultStore } from '../../renderer/vault/browser-vault-store.ts';
import { startGatewayStandIn, type GatewayStandIn } from '../kiosk/support/gateway-stand-in.ts';
import { listHash, packSourceContract, type Offer, type PackSourceWorld } from './pack-source.contract.ts';

packSourceContract('the kiosk’s shell over TLS', async (roots) => {
  const kiosk = await openKiosk(roots);
  return { ...kiosk, shell: shellOf(kiosk.link(kiosk.gateway.url)), source: 'network' };
});

packSourceContract('the kiosk’s shell with a USB stick and no network', async (roots) => {
  const kiosk = await openKiosk(roots);
  const offer = async (offered: Offer): Promise<void> => writeStick(kiosk.usbFolder, offered);
  return { ...kiosk, offer, shell: shellOf(kiosk.link('https://127.0.0.1:9')), source: 'stick' };
});

packSourceContract('the browser adapter', async (roots) => {
  let offered: Offer | undefined;
  const door = createGatewayDoor(async (path, options) => {
    const range = new Headers(options?.headers).get('range') ?? undefined;
    const answer = answerFrom(offered, path as string, options?.body === undefined ? undefined : JSON.parse(options.body as string));
    return Buffer.isBuffer(answer) ? respond(answer, range) : Response.json(answer.body, { status: answer.status });
  });
  const kept = new Map<string, unknown>();
  const file = { get: async (key: string) => kept.get(key), put: async (key: string, value: unknown) => void kept.set(key, value) };
  const store = { enrolment: async () => ({ packKeys: [], packRoots: roots }) } as unknown as BrowserVaultStore;
  return { shell: createBrowserPackSource({ door, store, file }), source: 'network', offer: async (next) => void (offered = next), close: async () => undefined };
});

type Kiosk = Pick<PackSourceWorld, 'offer' | 'close'> & { readonly gateway: GatewayStandIn; readonly usbFolder: string; readonly link: (url: string) => GatewayLink };

async function openKiosk(roots: PinnedRoots): Promise<Kiosk> {
  const gateway = await startGatewayStandIn();
  const folder = mkdtempSync(join(tmpdir(), 'pack-source-'));
  const usbFolder = join(folder, 'stick');
  let offered: Offer | undefined;
  gateway.answer('/tablet/release', ({ path, body }) => answerFrom(offered, path, body));
  gateway.answer('/tablet/packs/', ({ path, body }) => answerFrom(offered, path, body));
  gateway.answer('/tablet/blobs', ({ path, body }) => answerFrom(offered, path, body));
  const link = (gatewayUrl: string) => createGatewayLink({ gatewayUrl, authorityPem: gateway.authority.caPem, trust: { keys: [], threshold: 1, requiredRoles: [], roots }, folder: join(folder, 'data'), appVersion: '0.1.0', usbFolder });
  await link(gateway.url).enrol('BCDF-GHJK');
  const close = async (): Promise<void> => {
    await gateway.close();
    rmSync(folder, { recursive: true });
  };
  return { gateway, usbFolder, link, offer: async (next) => void (offered = next), close };
}

/** As the bridge hands them on. */
function shellOf(link: GatewayLink): PackSourceWorld['shell'] {
  return {
    fetchRelease: () => link.fetchRelease(),
    fetchManifest: (wanted) => link.fetchManifest(wanted),
    fetchFiles: ({ files }) => link.fetchFiles(files),
    fetchPiece: (wanted) => link.fetchPiece(wanted),
    stick: () => link.stick(),
  };
}

type Answer = Buffer | { readonly status: number; readonly body: unknown };
const NOT_FOUND: Answer = { status: 404, body: { code: 'not-found' } };

/** What a gateway answers that has this. */
function answerFrom(offered: Offer | undefined, path: string, body: unknown): Answer {
  if (offered === undefined) return NOT_FOUND;
  if (path.startsWith('/tablet/release')) return { status: 200, body: offered.release };
  const [, , what, packId, version] = path.split('/');
  const edition = offered.editions.find(({ release }) => release.packId === packId && String(release.version) === version);
  if (what === 'packs') return edition === undefined ? NOT_FOUND : { status: 200, body: { manifest: edition.manifest, signatures: edition.signatures } };
  if (body === undefined) return blobOf(offered, path.split('/').at(-1) ?? '') ?? NOT_FOUND;
  const { files } = body as { files: { sha256: string }[] };
  return Buffer.concat(files.flatMap(({ sha256 }, index) => {
    const bytes = blobOf(offered, sha256);
    return bytes === undefined ? [encodeFrameHead(index, 'absent', 0)] : [encodeFrameHead(index, 'raw', bytes.length), bytes];
  }));
}

function blobsOf({ editions, blobs }: Offer): ReadonlyMap<string, Buffer | undefined> {
  const lists = editions.map((edition) => [listHash(edition), Buffer.from(edition.fileLists[0] ?? '')] as const);
  return new Map([...lists, ...editions.flatMap((edition) => [...edition.blobs]), ...(blobs ?? [])]);
}

function blobOf(offered: Offer, sha256: string): Buffer | undefined {
  return blobsOf(offered).get(sha256);
}

function respond(bytes: Buffer, range: string | undefined): Response {
  const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(range ?? '') ?? [];
  return from === undefined ? new Response(new Uint8Array(bytes)) : new Response(new Uint8Array(bytes.subarray(Number(from), Number(to) + 1)), { status: 206 });
}

/** Another stick each time. */
function writeStick(folder: string, offered: Offer): void {
  rmSync(folder, { recursive: true, force: true });
  const write = (name: string, content: string | Buffer): void => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  };
  for (const [sha256, bytes] of blobsOf(offered)) if (bytes !== undefined) write(`blobs/${sha256.slice(0, 2)}/${sha256}`, bytes);
  for (const { release, manifest, signatures } of offered.editions) {
    write(`packs/${release.packId}/${String(release.version)}/manifest.json`, manifest);
    write(`packs/${release.packId}/${String(release.version)}/signatures.json`, signatures);
  }
  write('release.json', JSON.stringify(offered.release));
}
