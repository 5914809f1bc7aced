import { Sprout } from 'lucide-react';
import { lazy } from 'react';
import type { FeatureDoor } from '../../door/feature-door.ts';
import type { SelfhelpRoute } from './selfhelp-route.ts';

/** Self-help: private to the person, whoever asks. */
export const selfhelpDoor: FeatureDoor<SelfhelpRoute> = {
  icon: Sprout,
  hue: 'plum',
  firstRoute: { screen: 'home' },
  Screen: lazy(async () => ({ default: (await import('./screens/selfhelp-screen.tsx')).SelfhelpScreen })),
  TileStatus: lazy(async () => ({ default: (await import('./screens/tile-status.tsx')).TileStatus })),
  HomeNext: lazy(async () => ({ default: (await import('./screens/home-next.tsx')).HomeNext })),
  loadData: async () => (await import('./data.ts')).selfhelpData,
};
