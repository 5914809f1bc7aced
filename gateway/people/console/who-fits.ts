import type { Person } from '../staff-api.ts';

/** What is looked for. Empty text looks for everybody. */
export type PeopleFilter = { readonly search: string; readonly wing: string; readonly status: 'here' | 'left' | 'all' };

/** Those who fit, by last name. Every word of the search must be in the name, the number or the cell, accents and case aside. */
export function whoFits(people: readonly Person[], { search, wing, status }: PeopleFilter): readonly Person[] {
  const words = plain(search).split(/\s+/).filter((word) => word !== '');
  return people
    .filter((person) => status === 'all' || person.status === status)
    .filter((person) => wing === '' || person.wing === wing)
    .filter((person) => {
      const about = plain(`${person.firstName} ${person.lastName} ${person.prisonerNumber} ${person.cell}`);
      return words.every((word) => about.includes(word));
    })
    .sort((one, other) => one.lastName.localeCompare(other.lastName) || one.firstName.localeCompare(other.firstName));
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
