import { packPathSchema } from '#protocol/packs/file-list.ts';

/** What a supplied name is: usable, left behind by the supplier's machine and passed over, or a reason to refuse everything. */
export type NameJudgement =
  | { readonly is: 'good'; readonly name: string }
  | { readonly is: 'litter' }
  | { readonly is: 'unsafe'; readonly why: string };

/** What machines leave in folders and nobody means to send. */
const LITTER = /^(__MACOSX|\..+|Thumbs\.db|desktop\.ini)$/i;

/** File systems take 255 bytes for one part of a name; room is left for a marker. */
const PART_BYTES = 240;

/** The longest folder an importer puts supplied files below, so that what is good here is good in the pack. */
const IN_PACK = 'content/course/';

/**
 * Judges one name of an archive or folder before anything is done with it (PACK-11). Takes the name as decoded; returns
 * it composed (NFC) with `/` between its parts, or why not. A name that climbs, is absolute or holds signs that a file
 * system or an address reads as something else makes the whole archive suspect.
 */
export function judgeName(raw: string): NameJudgement {
  const name = raw
    .replaceAll('\\', '/')
    .normalize('NFC')
    .replace(/^(\.\/)+/, '');
  if (name.startsWith('/') || /^[a-z]:/i.test(name)) return unsafe(raw, 'begins at the root of a disk');
  const parts = name.split('/');
  if (parts.includes('..')) return unsafe(raw, 'climbs out of its folder');
  if (parts.includes('') || parts.includes('.')) return unsafe(raw, 'has an empty part');
  if (parts.some((part) => LITTER.test(part))) return { is: 'litter' };
  if (parts.some((part) => Buffer.byteLength(part) > PART_BYTES))
    return unsafe(raw, 'is too long; give it a shorter name');
  if (!packPathSchema.safeParse(IN_PACK + name).success)
    return unsafe(raw, 'is too long or holds a sign that file names must not have (\\ : * ? " < > |); rename it');
  return { is: 'good', name };
}

/** A name for a sentence: control and direction signs, which could rewrite a terminal or a page, are shown as `?`. */
export function printableName(name: string): string {
  return name.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu, '?').slice(0, 120);
}

function unsafe(raw: string, why: string): NameJudgement {
  return { is: 'unsafe', why: `the name “${printableName(raw)}” ${why}` };
}
