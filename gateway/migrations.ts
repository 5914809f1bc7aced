import { alertMigrations } from './alerts/tables.ts';
import { auditMigrations } from './audit/tables.ts';
import type { Migration } from './db/migrate.ts';
import { stateMigrations } from './features/education/state-tables.ts';
import { studyMigrations } from './features/education/study/tables.ts';
import { educationMigrations } from './features/education/tables.ts';
import { tutorMigrations } from './features/education/tutor-tables.ts';
import { messagingMigrations } from './features/messaging/migrations.ts';
import { sharingMigrations } from './features/selfhelp/sharing/tables.ts';
import { selfhelpMigrations } from './features/selfhelp/tables.ts';
import { tabletMigrations } from './features/tablets/tables.ts';
import { draftMigrations } from './packs/drafts/tables.ts';
import { packMigrations } from './packs/tables.ts';
import { peopleMigrations } from './people/tables.ts';
import { recoveryMigrations } from './private-records/recovery-sheets.ts';
import { staffMigrations } from './staff/tables.ts';
import { syncMigrations } from './sync/sync-tables.ts';

/** Every step of the schema. New ones go to the end of their own list; the order of the lists never changes. */
export const allMigrations: readonly Migration[] = [
  ...auditMigrations,
  ...staffMigrations,
  ...peopleMigrations,
  ...syncMigrations,
  ...tabletMigrations,
  ...packMigrations,
  ...educationMigrations,
  ...selfhelpMigrations,
  ...messagingMigrations,
  ...draftMigrations,
  ...tutorMigrations,
  ...studyMigrations,
  ...stateMigrations,
  ...recoveryMigrations,
  ...alertMigrations,
  ...sharingMigrations,
];
