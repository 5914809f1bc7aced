import type { FeatureData } from '../../door/feature-door.ts';
import { applyRoleKeyChange, applyShareAnswer } from './sharing/sharing-sync.ts';
import { sharingStores, sharingTabletStores } from './sharing/sharing-tables.ts';
import { applySelfhelpChange, reopenSelfhelp } from './sync.ts';
import { selfhelpStores } from './tables.ts';

/** What self-help hands to databases and synchronisation. */
export const selfhelpData: FeatureData = {
  personStores: [...selfhelpStores, ...sharingStores],
  tabletStores: sharingTabletStores,
  applyChange: applySelfhelpChange,
  applyTabletChange: applyRoleKeyChange,
  applyAnswer: applyShareAnswer,
  reopen: reopenSelfhelp,
};
