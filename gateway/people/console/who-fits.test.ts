import { describe, expect, it } from 'vitest';
import type { Person } from '../staff-api.ts';
import { whoFits } from './who-fits.ts';

const person = (firstName: string, lastName: string, rest: Partial<Person> = {}): Person =>
  ({ firstName, lastName, prisonerNumber: 'A1234BC', wing: 'A', cell: '1-01', status: 'here', tablets: [], ...rest }) as unknown as Person;
const all = [person('Siân', 'Rhys'), person('Dean', 'Carter', { wing: 'B', prisonerNumber: 'B9999ZZ' as Person['prisonerNumber'] }), person('Omar', 'Aziz', { status: 'left' })];
const names = (found: readonly Person[]) => found.map((one) => one.lastName);

describe('looking for a person', () => {
  it('finds by part of a name whatever the accents and the case', () => {
    expect(names(whoFits(all, { search: 'SIAN', wing: '', status: 'here' }))).toEqual(['Rhys']);
  });

  it('finds by prison number and by several words in any order', () => {
    expect(names(whoFits(all, { search: 'b9999', wing: '', status: 'here' }))).toEqual(['Carter']);
    expect(names(whoFits(all, { search: 'carter dean', wing: '', status: 'here' }))).toEqual(['Carter']);
  });

  it('leaves out those who left unless asked for, and sorts by last name', () => {
    expect(names(whoFits(all, { search: '', wing: '', status: 'here' }))).toEqual(['Carter', 'Rhys']);
    expect(names(whoFits(all, { search: '', wing: '', status: 'all' }))).toEqual(['Aziz', 'Carter', 'Rhys']);
    expect(names(whoFits(all, { search: '', wing: 'B', status: 'all' }))).toEqual(['Carter']);
  });
});
