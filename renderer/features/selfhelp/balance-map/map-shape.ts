import { areas, type Area } from '#protocol/selfhelp/schema.ts';

/** A place on the drawing, which is 300 wide and 200 high. */
export type Place = { readonly x: number; readonly y: number };

/** Six areas in a ring, so that every one can be linked to every other without a line going through a third. */
export const PLACES: Readonly<Record<Area, Place>> = {
  situations: { x: 90, y: 27 },
  thoughts: { x: 210, y: 27 },
  emotions: { x: 256, y: 100 },
  body: { x: 210, y: 173 },
  behaviours: { x: 90, y: 173 },
  lifestyle: { x: 44, y: 100 },
};

const CENTRE: Place = { x: 150, y: 100 };

/** How far lines bend away from the straight one, as a share of their length: one way, and the way back. */
const BENDS = [0.12, 0.26] as const;

/** A link as it is drawn: a bent line from area to area, and the tip of an arrow on its second half. */
export type DrawnLink = { readonly key: string; readonly path: string; readonly tip: string };

/** Draws links. All bend towards the middle, where nothing stands, and two that go there and back bend differently far. */
export function drawLinks(links: readonly { readonly from: Area; readonly to: Area }[]): readonly DrawnLink[] {
  return links.map(({ from, to }) => {
    const [a, b] = [PLACES[from], PLACES[to]];
    const middle = bentMiddle(a, b, RING.indexOf(from) < RING.indexOf(to));
    const at = pointAt(a, middle, b, 0.6);
    const before = pointAt(a, middle, b, 0.56);
    return { key: `${from}-${to}`, path: `M${text(a)} Q${text(middle)} ${text(b)}`, tip: tipOf(before, at) };
  });
}

/** The point that pulls a line aside. One that runs through the middle bends to its left, so there and back lie apart. */
function bentMiddle(a: Place, b: Place, forward: boolean): Place {
  const half = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
  const [aside, along] = [{ x: a.y - b.y, y: b.x - a.x }, forward ? BENDS[0] : BENDS[1]];
  const inwards = aside.x * (CENTRE.x - half.x) + aside.y * (CENTRE.y - half.y);
  const bend = inwards < -1 ? -along : Math.abs(inwards) <= 1 ? BENDS[0] : along;
  return { x: half.x + aside.x * bend, y: half.y + aside.y * bend };
}

/** A triangle that points from one place to the other. */
function tipOf(from: Place, to: Place): string {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const [dx, dy] = [(to.x - from.x) / length, (to.y - from.y) / length];
  const [long, wide] = [8, 4.4];
  return `M${text({ x: to.x + dx * long, y: to.y + dy * long })} L${text({ x: to.x - dy * wide, y: to.y + dx * wide })} L${text({ x: to.x + dy * wide, y: to.y - dx * wide })} Z`;
}

function pointAt(a: Place, middle: Place, b: Place, share: number): Place {
  const rest = 1 - share;
  return { x: rest * rest * a.x + 2 * rest * share * middle.x + share * share * b.x, y: rest * rest * a.y + 2 * rest * share * middle.y + share * share * b.y };
}

function text({ x, y }: Place): string {
  return `${x.toFixed(1)} ${y.toFixed(1)}`;
}

/** Areas in the order in which the ring is read, for the keyboard. */
export const RING: readonly Area[] = areas;
