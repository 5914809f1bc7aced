import type { SourceWriter, Supplied } from './importer.ts';
import { pathInPackage } from '../builder/path-in-package.ts';
import { slugOf, uniqueSlug } from './slug-of.ts';

/** `![words](file "title")`; the address has no space and no closing bracket, or stands between `<` and `>`. */
const PICTURE = /(!\[[^\]]*\]\()(<[^>\n]+>|[^\s)]+)/g;
/** What belongs to a sound or film of the same name. */
const BESIDE = /\.(?:[a-z]{2,3}\.)?(?:vtt|txt)$|\.poster\.(?:svg|png|jpg|webp)$/i;

/** Carries what lessons show into `media/` and points the lessons there. */
export type MediaCarrier = {
  /** Takes a lesson's text and the folder it lay in; returns it with the new addresses. Addresses of nothing are left for the checker. */
  readonly rewrite: (text: string, folder: string) => Promise<string>;
  readonly used: ReadonlySet<string>;
  readonly count: () => number;
};

/** Creates the carrier over what was supplied. */
export function createMediaCarrier(supplied: Supplied, out: SourceWriter): MediaCarrier {
  const placed = new Map<string, string>();
  const used = new Set<string>();
  const taken = new Set<string>();
  const place = async (name: string): Promise<string | undefined> => {
    const file = supplied.files.get(name);
    const known = placed.get(name);
    if (!file || known !== undefined) return known;
    const stem = name.slice(0, name.lastIndexOf('.'));
    const slug = uniqueSlug(slugOf(stem.replace(/^media\//, '')) || 'media', taken);
    const target = `media/${slug}${name.slice(stem.length).toLowerCase().replace('.jpeg', '.jpg')}`;
    placed.set(name, target);
    used.add(name);
    await out.carry(file, target);
    for (const [other, beside] of supplied.files) {
      const tail = other.slice(stem.length);
      if (used.has(other) || !other.startsWith(`${stem}.`) || tail.replace(BESIDE, '') !== '') continue;
      used.add(other);
      await out.carry(beside, `media/${slug}${tail.toLowerCase()}`);
    }
    return target;
  };
  return {
    used,
    count: () => placed.size,
    rewrite: async (text, folder) => {
      const targets = new Map<string, string>();
      for (const [, , address = ''] of text.matchAll(PICTURE)) {
        const plain = address.replace(/^<|>$/g, '');
        if (/^([a-z][a-z0-9+.-]*:|\/\/)/i.test(plain)) continue;
        const target = (await place(pathInPackage(folder, plain))) ?? (await place(pathInPackage('', plain)));
        if (target !== undefined) targets.set(address, `../${target}`);
      }
      return text.replace(PICTURE, (whole, start: string, address: string) => {
        const target = targets.get(address);
        return target === undefined ? whole : `${start}${target}`;
      });
    },
  };
}
