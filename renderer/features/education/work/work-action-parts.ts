import type { PersonDatabase } from '../../../db/open-person-database.ts';
import type { Outbox } from '../../../sync/outbox.ts';

/** What the actions stand on, and the time (milliseconds, the tablet's clock). */
export type WorkActionParts = { readonly database: PersonDatabase; readonly outbox: Outbox; readonly now: number };
