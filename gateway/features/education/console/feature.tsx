import { GraduationCap } from 'lucide-react';
import { lazy } from 'react';
import type { ConsoleFeature, ConsoleScreenProps, DeskPart } from '../../../console/console-feature.ts';
import { text as ar } from './text/ar.ts';
import { text as cy } from './text/cy.ts';
import { text as en } from './text/en.ts';

const LearnersScreen = lazy(async () => ({ default: (await import('./learners-screen.tsx')).LearnersScreen }));

/** The learners desk: how far everybody is in every course, and what other features add to it. */
export function learnersDesk(parts: readonly DeskPart[]): ConsoleFeature {
  return {
    key: 'learners',
    icon: GraduationCap,
    actions: ['learners.read'],
    count: 'work.waiting',
    words: [{ namespace: 'learners', en, cy, ar }, ...parts.flatMap((part) => part.words)],
    screen: (props: ConsoleScreenProps) => <LearnersScreen {...props} parts={parts} />,
  };
}
