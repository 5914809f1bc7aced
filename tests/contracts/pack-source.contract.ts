import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PackId, Sha256 } from '#protocol/ids.ts';
import { CHUNK_BYTES } from '#protocol/packs/file-list.ts';
import { RELEASE_FORMAT, type Release, type ReleaseReply } from '#protocol/packs/release.ts';
import type { PinnedRoots } from '#protocol/packs/roles.ts';
import type { Result } from '#protocol/result.ts';
import type { ShellPort } from '#protocol/shell/bridge.ts';
import { makePackInMemory, type PackInMemory } from '../support/pack-in-memory.ts';
import { makeRoles, makeTrustKey, signText, type TestKey } from '../support/trust-keys.ts';

/** What the other side has: a gateway's answers, or what lies on a stick. */
export type Offer = {
  readonly release: ReleaseReply;
  readonly editions: readonly PackInMemory[];
  /** Instead of the right bytes of a file; undefined takes the file away. */
  readonly blobs?: ReadonlyMap<string, Buffer | undefined>;
};

/** One implementation of the shell's calls about packs, set up with these root keys. */
export type PackSourceWorld = {
  readonly shell: Pick<ShellPort, 'fetchRelease' | 'fetchManifest' | 'fetchFiles' | 'fetchPiece' | 'stick'>;
  readonly source: 'network' | 'stick';
  readonly offer: (offer: Offer) => Promise<void>;
  readonly close: () => Promise<void>;
};

const PACK = 'shared-pack' as PackId;
const [root, gateway, education, stranger] = [makeTrustKey('root-1', 'root'), makeTrustKey('gateway-1', 'gateway'), makeTrustKey('education-1', 'education'), makeTrustKey('stranger-1', 'education')];
const ROOTS: PinnedRoots = { keys: [root.trusted], threshold: 1 };
const big = Buffer.from(Uint8Array.from({ length: 5 * CHUNK_BYTES + 9 }, (_, at) => (at * 31 + (at >> 9)) & 255));

/** The same behaviour of every shell: what is not signed by whom it must be, and not the very bytes, never reaches the page. */
export function packSourceContract(name: string, open: (roots: PinnedRoots) => Promise<PackSourceWorld>): void {
  describe(name, () => {
    const pack = makePackInMemory(PACK, 1, new Map([['a.json', Buffer.from('{}')], ['b.html', Buffer.from('<p>words</p>'.repeat(50))], ['c.png', big]]), education);
    const [, page, film] = pack.files as [PackInMemory['files'][number], PackInMemory['files'][number], PackInMemory['files'][number]];
    let world: PackSourceWorld;
    let serial = 10;
    beforeAll(async () => { world = await open(ROOTS); });
    afterAll(() => world.close());

    /** Every offer is a newer list, as a gateway gives and a new stick brings. */
    const offer = async (more: Partial<Offer> & { readonly content?: Partial<Release>; readonly signer?: TestKey } = {}): Promise<void> => {
      serial += 1;
      const roles = [makeRoles(1, [root, gateway, education].map((key) => key.trusted), [root])];
      const packs = [{ packId: PACK, version: 1, manifestSha256: pack.release.manifestSha256 }];
      const content = { format: RELEASE_FORMAT, serial, issuedAt: serial, packs, revoked: { keyIds: [], manifests: [], packs: [] }, ...more.content };
      await world.offer({ release: { roles, release: signText(RELEASE_FORMAT, JSON.stringify(content), [more.signer ?? gateway]) }, editions: [pack], ...more });
    };
    /** A gateway's wrong answer is told; a stick's is passed over, nothing of it is used, and the person is told why. */
    const expectRefused = async (result: Result<unknown, { readonly code: string }>, code: string): Promise<void> => {
      if (world.source === 'network') expect(result).toMatchObject({ ok: false, error: { code } });
      else expect([result.ok, (await world.shell.stick()).state]).toEqual([false, 'refused']);
    };
    const manifest = () => world.shell.fetchManifest({ packId: PACK, version: 1, highestVersionSeen: 0 });
    const files = (...wanted: { readonly sha256: Sha256; readonly bytes: number }[]) => world.shell.fetchFiles({ packId: PACK, version: 1, files: wanted.map(({ sha256, bytes }) => ({ sha256, bytes })) });
    const piece = (from: number, count: number) => world.shell.fetchPiece({ packId: PACK, version: 1, sha256: film.sha256, bytes: film.bytes, from: from * CHUNK_BYTES, chunks: [...(film.chunks?.sha256 ?? [])].slice(from, from + count) });

    it('PACK-17 tells the news of a list that the gateway’s key signed, and what was taken back', async () => {
      await offer({ content: { revoked: { keyIds: ['old-1'], manifests: [], packs: [] } } });
      expect(await world.shell.fetchRelease()).toMatchObject({ ok: true, value: { serial, issuedAt: serial, packs: [{ packId: PACK }], revoked: { keyIds: ['old-1'] } } });
    });

    it('ROLE-1 refuses a list of somebody else, and one with a letter changed', async () => {
      await offer({ signer: { ...stranger, trusted: { ...stranger.trusted, role: 'gateway' } } });
      await expectRefused(await world.shell.fetchRelease(), 'release-refused');
      await offer();
      const changed = signText(RELEASE_FORMAT, 'x', [gateway]);
      await world.offer({ release: { roles: [], release: { ...changed, document: 'y' } }, editions: [pack] });
      await expectRefused(await world.shell.fetchRelease(), 'release-refused');
    });

    it('ROLE-5 does not believe a list that is older than one it took', async () => {
      await offer();
      expect((await world.shell.fetchRelease()).ok).toBe(true);
      await offer({ content: { serial: serial - 5 } });
      expect((await world.shell.fetchRelease()).ok).toBe(false);
      expect((await world.shell.stick()).state).toBe(world.source === 'stick' ? 'older' : 'none');
    });

    it('PACK-7 hands on a manifest of the list with its file lists, byte for byte, and says where they came from', async () => {
      await offer();
      await world.shell.fetchRelease();
      expect(await manifest()).toEqual({ ok: true, value: { manifest: pack.manifest, signatures: pack.signatures, fileLists: [...pack.fileLists], source: world.source } });
      expect(await world.shell.fetchManifest({ packId: PACK, version: 2, highestVersionSeen: 0 })).toMatchObject({ ok: false, error: { code: 'not-found' } });
    });

    it('PACK-3 refuses a manifest that was changed, one signed by a stranger, and a file list that was changed', async () => {
      for (const changed of [{ manifest: pack.manifest.replace('One', 'Two') }, { signatures: JSON.stringify([]) }]) {
        await offer({ editions: [{ ...pack, ...changed }] });
        await world.shell.fetchRelease();
        await expectRefused(await manifest(), 'signature-refused');
      }
      const [list = ''] = pack.fileLists;
      await offer({ blobs: new Map([[listHash(pack), Buffer.from(list.replace('{', '['))]]) });
      await world.shell.fetchRelease();
      await expectRefused(await manifest(), 'file-refused');
    });

    it('PACK-2 a course for a newer app, and one that was taken back or whose key was, are refused alone; the next course still comes from there', async () => {
      const only = new Map([['a.json', Buffer.from('{}')]]);
      const newer = makePackInMemory('newer-pack', 1, only, education, { minPlayer: 99 });
      const gone = makePackInMemory('gone-pack', 1, only, education);
      const old = makePackInMemory('old-pack', 1, only, makeTrustKey('education-0', 'education'));
      const packs = [pack, newer, gone, old].map(({ release: { packId, version, manifestSha256 } }) => ({ packId, version, manifestSha256 }));
      await offer({ editions: [pack, newer, gone, old], content: { packs, revoked: { keyIds: ['education-0'], manifests: [gone.release.manifestSha256], packs: [] } } });
      await world.shell.fetchRelease();
      for (const [{ release: { packId } }, code] of [[newer, 'manifest-refused'], [gone, 'manifest-refused'], [old, 'signature-refused']] as const) {
        const refused = await world.shell.fetchManifest({ packId, version: 1, highestVersionSeen: 0 });
        expect(refused).toMatchObject({ ok: false, error: { code: world.source === 'stick' ? 'unreachable' : code } });
      }
      expect(await manifest()).toMatchObject({ ok: true, value: { source: world.source } });
    });

    it('MOVE-2 brings many files at once; what is not there is left for the next question', async () => {
      await offer();
      const lost = { sha256: 'ab'.repeat(32) as Sha256, bytes: 5 };
      const came = await files(page, lost);
      expect(came).toMatchObject({ ok: true, value: { rest: true, source: world.source } });
      expect(came.ok && came.value.files.map(({ sha256 }) => sha256)).toEqual([page.sha256]);
    });

    it('PACK-14 refuses a batch with one wrong bit', async () => {
      const wrong = Buffer.from(pack.blobs.get(page.sha256) ?? '');
      wrong[7]! ^= 1;
      await offer({ blobs: new Map([[page.sha256, wrong]]) });
      await expectRefused(await files(page), 'file-refused');
    });

    it('PACK-13 brings a big file piece by piece from any chunk on, and refuses a chunk with one wrong bit', async () => {
      await offer();
      for (const [from, count] of [[0, 6], [4, 2], [5, 1]] as const) {
        const came = await piece(from, count);
        expect(came.ok && Buffer.compare(Buffer.from(came.value.data), big.subarray(from * CHUNK_BYTES, (from + count) * CHUNK_BYTES))).toBe(0);
      }
      const wrong = Buffer.from(big);
      wrong[2 * CHUNK_BYTES]! ^= 1;
      await offer({ blobs: new Map([[film.sha256, wrong]]) });
      expect((await piece(0, 2)).ok).toBe(true);
      await expectRefused(await piece(1, 3), 'file-refused');
      await offer({ blobs: new Map([[film.sha256, undefined]]) });
      expect((await piece(0, 1)).ok).toBe(false);
    });
  });
}

/** The hash of the edition's only file list. */
export function listHash(pack: PackInMemory): string {
  return (JSON.parse(pack.manifest) as { fileLists: [{ sha256: string }] }).fileLists[0].sha256;
}
