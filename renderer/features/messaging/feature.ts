import { Mail } from 'lucide-react';
import { lazy } from 'react';
import type { FeatureDoor } from '../../door/feature-door.ts';
import type { MessagingRoute } from './messaging-route.ts';

/** Messages to and from approved contacts. */
export const messagingDoor: FeatureDoor<MessagingRoute> = {
  icon: Mail,
  hue: 'blue',
  firstRoute: { screen: 'people' },
  Screen: lazy(async () => ({ default: (await import('./screens/messaging-screen.tsx')).MessagingScreen })),
  TileStatus: lazy(async () => ({ default: (await import('./screens/tile-status.tsx')).TileStatus })),
  HomeNext: lazy(async () => ({ default: (await import('./screens/home-next.tsx')).HomeNext })),
  loadData: async () => (await import('./data.ts')).messagingData,
};
