import type { PersonId } from '#protocol/ids.ts';
import type { ShellPort } from '#protocol/shell/bridge.ts';
import type { PersonDatabase } from '../db/open-person-database.ts';
import type { StoreWrite } from '../db/stores.ts';
import type { TabletDatabase } from '../db/open-tablet-database.ts';
import type { Outbox } from '../sync/outbox.ts';

/** The person who is signed in, and all that their screens stand on. Exists from sign-in to sign-out. */
export type Person = {
  readonly personId: PersonId;
  readonly displayName: string;
  /** As typed at sign-in; kept in memory only, to unlock the screen and to be shown to the person. */
  readonly prisonerNumber: string;
  /** Names their database and preferences on this tablet. */
  readonly lookup: string;
  /** Wrong tries at their PIN before this sign-in. */
  readonly failuresSinceSignIn: number;
  readonly database: PersonDatabase;
  readonly tabletDatabase: TabletDatabase;
  readonly outbox: Outbox;
  readonly shell: ShellPort;
  /** Tries again, with the keys there are now, all private records that could not be opened; what can is the writes. */
  readonly reopenRecords: () => Promise<readonly StoreWrite[]>;
};
