import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useState } from 'react';
import type { Manifest } from '#protocol/packs/manifest.ts';
import { parseManifest } from '#protocol/packs/verify-pack.ts';
import { createPackShelf } from '../../packs/pack-shelf.ts';
import { PACK_STORE, type InstalledPack } from '../../packs/pack-stores.ts';
import { usePackStatus, type Coming } from '../../packs/pack-status.ts';
import type { StoredRelease } from '../../packs/update-packs.ts';
import type { Person } from '../../session/person.ts';
import { courseProgress, type CourseProgress } from './rules.ts';
import { progressTable } from './tables.ts';

/** A course on this tablet as this person sees it. */
export type Course = { readonly pack: InstalledPack; readonly manifest: Manifest; readonly progress: CourseProgress };

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
  if (read === undefined) return undefined;
  const mine = read.releases.filter((release) => release.people === null || release.people.includes(person.personId));
  const courses = read.packs.flatMap((pack): Course[] => {
    const manifest = pack.live && mine.some((release) => release.packId === pack.id) ? parseManifest(new TextEncoder().encode(pack.manifest)) : undefined;
    return manifest?.ok === true ? [{ pack, manifest: manifest.value, progress: courseProgress(manifest.value.items, read.events) }] : [];
  });
  return {
    courses: courses.sort((one, other) => (other.progress.lastAt ?? 0) - (one.progress.lastAt ?? 0)),
    coming: mine.flatMap((release) => {
      const here = courses.some((course) => course.pack.manifestSha256 === release.manifestSha256);
      return here ? [] : [{ packId: release.packId, title: release.title, bytes: release.bytes, coming: status[release.packId] ?? { state: 'waiting' as const } }];
    }),
  };
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
