import type { FeatureData } from '../../door/feature-door.ts';
import { packStores } from '../../packs/pack-stores.ts';
import { sendKeptStates } from './state-keeper.ts';
import { reopenStudy } from './study/study-sync.ts';
import { studyStores } from './study/study-tables.ts';
import { applyEducationChange, applyEducationTabletChange } from './sync.ts';
import { educationStores } from './tables.ts';
import { applyWorkAnswer } from './work/work-sync.ts';
import { workStores } from './work/work-tables.ts';

/** The courses' stores and their half of the synchronisation. */
export const educationData: FeatureData = {
  personStores: [...educationStores, ...studyStores, ...workStores],
  tabletStores: packStores,
  applyChange: applyEducationChange,
  applyTabletChange: applyEducationTabletChange,
  applyAnswer: applyWorkAnswer,
  onSignIn: (owner) => sendKeptStates(owner, () => Date.now()),
  reopen: reopenStudy,
};
