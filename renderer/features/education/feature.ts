import { BookOpen } from 'lucide-react';
import { lazy } from 'react';
import type { FeatureDoor } from '../../door/feature-door.ts';
import type { EducationRoute } from './route.ts';

/** The courses' door: light enough for the first screen. */
export const education: FeatureDoor<EducationRoute> = {
  icon: BookOpen,
  hue: 'teal',
  firstRoute: { place: 'education', screen: 'shelf' },
  Screen: lazy(async () => ({ default: (await import('./screens/education-screens.tsx')).EducationScreens })),
  TileStatus: lazy(async () => ({ default: (await import('./screens/tile-status.tsx')).TileStatus })),
  HomeNext: lazy(async () => ({ default: (await import('./screens/home-next.tsx')).HomeNext })),
  loadData: async () => (await import('./data.ts')).educationData,
};
