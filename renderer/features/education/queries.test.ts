import 'fake-indexeddb/auto';
import { renderHook, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { makePackInMemory } from '../../../tests/support/pack-in-memory.ts';
import { signedInPerson } from '../../../tests/support/signed-in-person.ts';
import { makeTrustKey } from '../../../tests/support/trust-keys.ts';
import { createPackShelf } from '../../packs/pack-shelf.ts';
import { PACK_STORE } from '../../packs/pack-stores.ts';
import type { StoredRelease } from '../../packs/stored-release.ts';
import { educationData } from './data.ts';
import { useShelf } from './queries.ts';

const SOON = { timeout: 10_000 };
const key = makeTrustKey('education-1', 'education');
const edition = (version: number) => makePackInMemory('film-pack', version, new Map([['a.json', Buffer.from(`{"v":${String(version)}}`)]]), key);

it('PACK-5 a course is not said to be on its way in an older edition than a stick brought', async () => {
  const here = await signedInPerson({ education: educationData });
  const releases = here.tablet.table<StoredRelease>(PACK_STORE.releases);
  const releaseOf = async (version: number) => releases.put({ ...edition(version).release, id: 'film-pack', ...(version === 1 ? { afterStick: true as const } : {}) });
  const [live, shelf] = [edition(2), createPackShelf(here.tablet)];
  await shelf.activate({ packId: live.release.packId, version: 2, manifestSha256: live.release.manifestSha256, manifest: live.manifest, files: [], installedAt: 1, signedBy: [] });
  await releaseOf(3);
  const { result } = renderHook(() => useShelf(here.person));
  await waitFor(() => { expect(result.current).toMatchObject({ courses: [{ pack: { version: 2 } }], coming: [{ packId: 'film-pack' }] }); }, SOON);
  await releaseOf(1);
  await waitFor(() => { expect(result.current).toMatchObject({ courses: [{ pack: { version: 2 } }], coming: [] }); }, SOON);
  await here.close();
});
