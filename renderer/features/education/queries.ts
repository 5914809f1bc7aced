import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useMemo, useState } from 'react';
import type { ProgressEvent } from '#protocol/education/schema.ts';
import type { Manifest } from '#protocol/packs/manifest.ts';
import { parseManifest } from '#protocol/packs/verify-pack.ts';
import { createPackShelf } from '../../packs/pack-shelf.ts';
import { PACK_STORE, type InstalledPack } from '../../packs/pack-stores.ts';
import { usePackStatus, type Coming } from '../../packs/pack-status.ts';
import { isPassed, type StoredRelease } from '../../packs/stored-release.ts';
import type { Person } from '../../session/person.ts';
import { isInCatalogue } from './catalogue/catalogue-rules.ts';
import { localToday } from './local-today.ts';
import type { Course } from './course.ts';
import { courseProgress } from './rules.ts';
import { progressTable } from './tables.ts';

/** The shelf: courses that are here, and those on their way. */
export type Shelf = {
  readonly courses: readonly Course[];
  readonly coming: readonly { readonly packId: string; readonly title: Readonly<Record<string, string>>; readonly bytes: number; readonly coming: Coming }[];
};

/** Everything this person may learn here; undefined while it is read. What was worked on last stands first. */
export function useShelf(person: Person): Shelf | undefined {
  const status = usePackStatus((store) => store.coming);
  const read = useLiveQuery(async () => {
    const releases = await person.tabletDatabase.table<StoredRelease>(PACK_STORE.releases).toArray();
    const packs = await createPackShelf(person.tabletDatabase).installed();
    const events = await progressTable(person.database).list();
    return { releases, packs, events };
  }, [person]);
  return useMemo(() => (read === undefined ? undefined : putTogether(read, status, person.personId)), [read, status, person]);
}

type ReadShelf = { readonly releases: readonly StoredRelease[]; readonly packs: readonly InstalledPack[]; readonly events: readonly ProgressEvent[] };

function putTogether({ releases, packs, events }: ReadShelf, status: Readonly<Record<string, Coming>>, personId: string): Shelf {
  const mine = new Map(releases.filter(({ people }) => people === null || people.includes(personId)).map((release) => [release.packId as string, release]));
  const byPack = groupByPack(events);
  const here = packs.flatMap((pack) => {
    const release = mine.get(pack.id);
    const manifest = pack.live && release !== undefined ? readManifest(pack) : undefined;
    return manifest === undefined || release === undefined ? [] : [{ pack, manifest, release }];
  });
  const courses = here
    .filter(({ manifest, release }) => isInCatalogue(manifest, release, personId, localToday()))
    .map(({ pack, manifest, release }): Course => ({ pack, manifest, progress: courseProgress(manifest.items, byPack.get(pack.id) ?? []), publishedAt: release.publishedAt, staffPick: release.staffPick === true }));
  return {
    courses: courses.sort((one, other) => (other.progress.lastAt ?? 0) - (one.progress.lastAt ?? 0)),
    coming: [...mine.values()].flatMap((release) => {
      if (isPassed(release, packs) || here.some(({ pack }) => pack.manifestSha256 === release.manifestSha256)) return [];
      return [{ packId: release.packId, title: release.title, bytes: release.bytes, coming: status[release.packId] ?? { state: 'waiting' as const } }];
    }),
  };
}

/** Manifests that were read, by their hash: judging two hundred again after every page turned would be felt. */
const manifests = new Map<string, Manifest | undefined>();

function readManifest({ manifest, manifestSha256 }: InstalledPack): Manifest | undefined {
  if (!manifests.has(manifestSha256)) {
    const parsed = parseManifest(new TextEncoder().encode(manifest));
    manifests.set(manifestSha256, parsed.ok ? parsed.value : undefined);
  }
  return manifests.get(manifestSha256);
}

function groupByPack(events: readonly ProgressEvent[]): ReadonlyMap<string, readonly ProgressEvent[]> {
  const byPack = new Map<string, ProgressEvent[]>();
  for (const event of events) {
    const known = byPack.get(event.packId);
    if (known === undefined) byPack.set(event.packId, [event]);
    else known.push(event);
  }
  return byPack;
}

/** The address of one file of a pack for an `img` on the app's own screens; undefined while it is read or when it is not there. */
export function usePackPicture(person: Person, pack: InstalledPack, path: string | undefined): string | undefined {
  const [address, setAddress] = useState<string>();
  const sha256 = pack.files.find((file) => file.path === path)?.sha256;
  useEffect(() => {
    if (sha256 === undefined) return;
    let made: string | undefined;
    let current = true;
    void createPackShelf(person.tabletDatabase).loadFile(sha256).then((blob) => {
      if (!current || blob === undefined) return;
      made = URL.createObjectURL(blob);
      setAddress(made);
    });
    return () => {
      current = false;
      if (made !== undefined) URL.revokeObjectURL(made);
    };
  }, [person, sha256]);
  return address;
}
