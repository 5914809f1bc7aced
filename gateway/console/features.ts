import { alertsDesk } from '../alerts/console/feature.ts';
import { auditDesk } from '../audit/console/feature.ts';
import { learnersDesk } from '../features/education/console/feature.tsx';
import { contactsPart } from '../features/messaging/console/contacts/contacts-part.ts';
import { moderationDesk } from '../features/messaging/console/feature.ts';
import { deskKeyFollower } from '../features/selfhelp/sharing/console/desk-key-follower.ts';
import { sharingDesk } from '../features/selfhelp/sharing/console/feature.ts';
import { tabletsDesk } from '../features/tablets/console/feature.ts';
import { latePart } from '../features/tablets/console/late/late-part.ts';
import { packsDesk } from '../packs/console/feature.ts';
import { peopleDesk } from '../people/console/feature.tsx';
import { staffDesk } from '../staff/console/feature.tsx';
import type { ConsoleFeature } from './console-feature.ts';

/** Every desk of the console, in the order of the side navigation. Written out, never discovered. */
export const consoleFeatures: readonly ConsoleFeature[] = [alertsDesk, moderationDesk, peopleDesk([contactsPart]), tabletsDesk, packsDesk, learnersDesk([latePart]), sharingDesk, auditDesk, staffDesk([deskKeyFollower])];
