import type { FeatureData } from '../../door/feature-door.ts';
import { applySelfhelpChange } from './sync.ts';
import { selfhelpStores } from './tables.ts';

/** What the diary hands to databases and synchronisation. */
export const selfhelpData: FeatureData = { personStores: selfhelpStores, tabletStores: [], applyChange: applySelfhelpChange };
