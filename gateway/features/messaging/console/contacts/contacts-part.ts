import { lazy } from 'react';
import type { PersonPart } from '../../../../people/console/person-part.ts';
import { text as ar } from './text/ar.ts';
import { text as cy } from './text/cy.ts';
import { text as en } from './text/en.ts';

/** A person's approved contacts, on their page at the people desk. */
export const contactsPart: PersonPart = {
  key: 'contacts',
  actions: ['contacts.read'],
  words: [{ namespace: 'contacts', en, cy, ar }],
  part: lazy(async () => ({ default: (await import('./contacts-of-person.tsx')).ContactsOfPerson })),
};
