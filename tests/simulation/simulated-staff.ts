import type { PersonId, TabletId } from '#protocol/ids.ts';
import { personAudience, tabletAudience } from '../../gateway/sync/change-log.ts';
import type { Chance } from './chance.ts';
import type { SimulatedGateway } from './simulated-gateway.ts';

/** What staff begin beside a turn of the gateway: nothing, or one or two records written, changed or removed. */
export type SimulatedStaff = () => readonly Promise<void>[];

/** Members of staff who write letters to tablets and people. A letter stays with its audience. */
export function createStaff(chance: Chance, gateway: SimulatedGateway, tablets: readonly TabletId[], people: readonly PersonId[]): SimulatedStaff {
  const audiences = [...tablets.map(tabletAudience), ...people.map(personAudience)];
  let letters = 0;
  const act = (): Promise<void> => {
    if (letters === 0 || chance.happens(0.5)) letters += 1;
    const letter = Math.max(1, letters - chance.below(4));
    const audience = audiences[letter % audiences.length] ?? chance.pick(audiences);
    const id = `letter-${String(letter)}`;
    return chance.happens(0.3) ? gateway.staffRemove(audience, id) : gateway.staffPut(audience, id, `text ${String(chance.below(1000))}`);
  };
  return () => [...(chance.happens(0.5) ? [act()] : []), ...(chance.happens(0.25) ? [act()] : [])];
}
