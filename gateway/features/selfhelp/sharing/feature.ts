import type { GatewayFeature } from '../../../http/gateway-feature.ts';
import { sharingPolicy } from './policy.ts';
import { createSharingRoutes, type SharingDependencies } from './routes.ts';

/** The door of what people share: the facilitator's desk. */
export function createSharing(dependencies: SharingDependencies): GatewayFeature {
  return { name: 'sharing', policy: sharingPolicy, staffRoutes: createSharingRoutes(dependencies) };
}
