import { Users } from 'lucide-react';
import { lazy } from 'react';
import type { ConsoleFeature, ConsoleScreenProps } from '../../console/console-feature.ts';
import type { PersonPart } from './person-part.ts';
import { text as ar } from './text/ar.ts';
import { text as cy } from './text/cy.ts';
import { text as en } from './text/en.ts';

const PeopleScreen = lazy(async () => ({ default: (await import('./people-screen.tsx')).PeopleScreen }));

/** The people desk: who is here, and what the features add to a person. */
export function peopleDesk(parts: readonly PersonPart[]): ConsoleFeature {
  return {
    key: 'people',
    icon: Users,
    actions: ['people.read'],
    words: [{ namespace: 'people', en, cy, ar }, ...parts.flatMap((part) => part.words)],
    screen: (props: ConsoleScreenProps) => <PeopleScreen {...props} parts={parts} />,
  };
}
