import { auditDesk } from '../audit/console/feature.ts';
import { learnersDesk } from '../features/education/console/feature.ts';
import { contactsPart } from '../features/messaging/console/contacts/contacts-part.ts';
import { moderationDesk } from '../features/messaging/console/feature.ts';
import { tabletsDesk } from '../features/tablets/console/feature.ts';
import { packsDesk } from '../packs/console/feature.ts';
import { peopleDesk } from '../people/console/feature.tsx';
import { staffDesk } from '../staff/console/feature.ts';
import type { ConsoleFeature } from './console-feature.ts';

/** Every desk of the console, in the order of the side navigation. Written out, never discovered. */
export const consoleFeatures: readonly ConsoleFeature[] = [moderationDesk, peopleDesk([contactsPart]), tabletsDesk, packsDesk, learnersDesk, auditDesk, staffDesk];
