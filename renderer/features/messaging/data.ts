import type { FeatureData } from '../../door/feature-door.ts';
import { applyMessagingAnswer, applyMessagingChange } from './sync.ts';
import { messagingStores } from './tables.ts';

/** What messaging hands to databases and synchronisation. */
export const messagingData: FeatureData = {
  personStores: messagingStores,
  tabletStores: [],
  applyChange: applyMessagingChange,
  applyAnswer: applyMessagingAnswer,
};
