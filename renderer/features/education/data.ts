import type { FeatureData } from '../../door/feature-door.ts';
import { packStores } from '../../packs/pack-stores.ts';
import { applyEducationChange, applyEducationTabletChange } from './sync.ts';
import { educationStores } from './tables.ts';

/** The courses' stores and their half of the synchronisation. */
export const educationData: FeatureData = {
  personStores: educationStores,
  tabletStores: packStores,
  applyChange: applyEducationChange,
  applyTabletChange: applyEducationTabletChange,
};
