import { education } from '../features/education/feature.ts';
import { messagingDoor } from '../features/messaging/feature.ts';
import { selfhelpDoor } from '../features/selfhelp/feature.ts';
import type { FeatureDoor } from '../door/feature-door.ts';

/**
 * The features of the tablet, in the order of their tiles. Written out, never discovered (rule 5). The name is also
 * the part before the dot in operation kinds and change records.
 */
export const features = {
  education,
  messaging: messagingDoor,
  selfhelp: selfhelpDoor,
} as const;

export type FeatureName = keyof typeof features;

type RouteOf<Door> = Door extends FeatureDoor<infer Route> ? Route : never;

/** A place inside a feature. */
export type FeatureRoute = {
  [Name in FeatureName]: { readonly place: Name; readonly at: RouteOf<(typeof features)[Name]> };
}[FeatureName];

/** The names, in order. */
export const featureNames = Object.keys(features) as readonly FeatureName[];
