import { compareLineage, type Kinship } from '#protocol/selfhelp/lineage.ts';
import { keeping } from '#protocol/selfhelp/private-record.ts';
import type { KeptRecord } from '../tables.ts';
import { whatItSays } from './what-it-says.ts';

/**
 * What a record is about: versions with the same answer are versions of one thing, also where two tablets each made a
 * record of their own for it. It is the key of the thing's draft as well. Pure.
 */
export function thingOf({ recordId, record }: Pick<KeptRecord, 'recordId' | 'record'>): string {
  if (keeping[record.kind] === 'every') return `${record.kind}|${recordId}`;
  switch (record.kind) {
    case 'check-in':
      return `check-in|${record.day}`;
    case 'plan':
      return `plan|${record.body.type === 'if-then' ? recordId : record.body.type}`;
    case 'milestone':
      return `milestone|${record.body.milestone}`;
    default:
      return record.kind;
  }
}

/** How one version of a thing stands to another. Without lineages the gateway's order is all there is, and only within one record. */
export function kinshipOf(one: KeptRecord, other: KeptRecord): Kinship {
  if (one.lineage !== undefined && other.lineage !== undefined) return compareLineage(one.lineage, other.lineage);
  if (one.recordId !== other.recordId) return 'apart';
  if (one.revision === other.revision) return one.lineage === other.lineage ? 'same' : 'apart';
  const later = one.revision > other.revision;
  // A tablet of before there were lineages does not say what it has seen: what it sends later stands beside what is here.
  if ((later ? one : other).lineage === undefined && (later ? other : one).lineage !== undefined) return 'apart';
  return later ? 'newer' : 'older';
}

/** The versions that no other one of the thing comes after, the newest first. More than one: nobody has chosen between them. */
export function headsOf<Row extends KeptRecord>(versions: readonly Row[]): readonly Row[] {
  const heads = versions.filter((one, index) => !versions.some((other, place) => {
    const kinship = kinshipOf(one, other);
    return kinship === 'older' || (kinship === 'same' && place < index);
  }));
  return [...heads].sort(byNewest);
}

/** Of each thing the version that counts, in the order of their newest: every tablet with the same versions shows the same. */
export function countingOf<Row extends KeptRecord>(versions: readonly Row[]): readonly Row[] {
  return byThing(versions).flatMap((all) => headsOf(all).slice(0, 1)).sort(byNewest);
}

/** Versions by the thing they are versions of. */
export function byThing<Row extends KeptRecord>(versions: readonly Row[]): readonly (readonly Row[])[] {
  const things = new Map<string, Row[]>();
  for (const version of versions) {
    const thing = thingOf(version);
    things.set(thing, [...(things.get(thing) ?? []), version]);
  }
  return [...things.values()];
}

/** The versions of a thing between which the person has to choose: those that say something else. None, or two and more. */
export function choiceOf<Row extends KeptRecord>(versions: readonly Row[]): readonly Row[] {
  const heads = headsOf(versions);
  const different = heads.filter((one, index) => heads.findIndex((other) => isAlike(other, one)) === index);
  return different.length > 1 ? different : [];
}

/** Whether two versions say the same to whoever reads them. */
export function isAlike(one: Pick<KeptRecord, 'record'>, other: Pick<KeptRecord, 'record'>): boolean {
  return whatItSays(one.record) === whatItSays(other.record);
}

/** By the day and time the person saw, then by what cannot be equal: the same order on every tablet. */
export function byNewest(one: KeptRecord, other: KeptRecord): number {
  if (one.record.day !== other.record.day) return one.record.day < other.record.day ? 1 : -1;
  if (one.record.at !== other.record.at) return other.record.at - one.record.at;
  const [mine, theirs] = [inOrder(one.record.body), inOrder(other.record.body)];
  return mine === theirs ? 0 : mine < theirs ? 1 : -1;
}

function inOrder(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inOrder).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{${Object.entries(value).filter(([, part]) => part !== undefined).sort(([one], [other]) => (one < other ? -1 : 1)).map(([name, part]) => `${JSON.stringify(name)}:${inOrder(part)}`).join()}}`;
}
