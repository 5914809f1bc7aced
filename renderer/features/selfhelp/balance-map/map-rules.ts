import type { BalanceMap, MapItem } from '#protocol/selfhelp/balance-map.ts';
import { areas, type Area } from '#protocol/selfhelp/schema.ts';

/** A map with nothing on it. */
export const EMPTY_MAP: BalanceMap = { items: [], hard: {}, links: [], start: null };

/** What stands in an area. */
export function itemsOf(map: BalanceMap, area: Area): readonly MapItem[] {
  return map.items.filter((item) => item.area === area);
}

/** The map with these cards picked in an area; own words stay. */
export function pickCards(map: BalanceMap, area: Area, cards: readonly string[]): BalanceMap {
  const others = map.items.filter((item) => item.area !== area || item.card === null);
  return { ...map, items: [...others, ...cards.map((card) => ({ area, card, words: '' }))] };
}

/** The map with own words added to an area; unchanged when there are none, or when they stand there already. */
export function addOwnWords(map: BalanceMap, area: Area, words: string): BalanceMap {
  const trimmed = words.trim();
  if (trimmed === '' || itemsOf(map, area).some((item) => item.words === trimmed)) return map;
  return { ...map, items: [...map.items, { area, card: null, words: trimmed }] };
}

/** The map without these own words. */
export function removeOwnWords(map: BalanceMap, area: Area, words: string): BalanceMap {
  return { ...map, items: map.items.filter((item) => item.area !== area || item.card !== null || item.words !== words) };
}

/** The map with a link drawn, or rubbed out where it was. An area is never linked to itself. */
export function toggleLink(map: BalanceMap, from: Area, to: Area): BalanceMap {
  if (from === to) return map;
  const rest = map.links.filter((link) => link.from !== from || link.to !== to);
  return { ...map, links: rest.length < map.links.length ? rest : [...map.links, { from, to }] };
}

/** Areas in which something stands or which were rated, in their order. */
export function areasInUse(map: BalanceMap): readonly Area[] {
  return areas.filter((area) => itemsOf(map, area).length > 0 || map.hard[area] !== undefined);
}

/** The area rated hardest, or undefined where none was rated, all were rated 0, or two are level. */
export function hardestArea(map: BalanceMap): Area | undefined {
  const rated = areas.flatMap((area) => (map.hard[area] === undefined ? [] : [{ area, hard: map.hard[area] }])).sort((one, other) => other.hard - one.hard);
  const [first, second] = rated;
  return first !== undefined && first.hard > 0 && first.hard > (second?.hard ?? 0) ? first.area : undefined;
}

/** What is different in one area between two versions. */
export type AreaChange = {
  readonly area: Area;
  readonly before: number | undefined;
  readonly after: number | undefined;
  readonly added: readonly MapItem[];
  readonly gone: readonly MapItem[];
};

/** Areas that differ between two versions of a map, in their order. */
export function compareMaps(before: BalanceMap, after: BalanceMap): readonly AreaChange[] {
  return areas
    .map((area) => {
      const [old, now] = [itemsOf(before, area), itemsOf(after, area)];
      return { area, before: before.hard[area], after: after.hard[area], added: now.filter((item) => !has(old, item)), gone: old.filter((item) => !has(now, item)) };
    })
    .filter((change) => change.before !== change.after || change.added.length > 0 || change.gone.length > 0);
}

function has(items: readonly MapItem[], wanted: MapItem): boolean {
  return items.some((item) => item.card === wanted.card && item.words === wanted.words);
}
