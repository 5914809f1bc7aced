import type { Migration } from '../db/migrate.ts';

/** Calls for help and the prison's rules for them. Ids are 16 bytes, times milliseconds since 1970. */
export type AlertTables = {
  readonly alerts: {
    readonly id: Uint8Array;
    readonly tablet: Uint8Array;
    /** Null: nobody was signed in, or it could not be read who. */
    readonly person: Uint8Array | null;
    /** `worrying-answer`, `asked-for-help` or `unclear`. */
    readonly kind: string;
    /** Where the tablet was when it came: it may have been moved since. */
    readonly tablet_name: string;
    readonly wing: string;
    readonly cell: string;
    /** By the tablet's clock, for display only (SPEC CLOCK-1). */
    readonly raised_at: number;
    readonly received_at: number;
    /** How often the same call came before anybody had seen it. */
    readonly repeats: number;
    readonly last_at: number;
    /** When more people are told, if nobody has seen it. */
    readonly due_at: number;
    readonly escalated_at: number | null;
    readonly acknowledged_at: number | null;
    readonly acknowledged_by: string | null;
    readonly closed_at: number | null;
    readonly closed_by: string | null;
    readonly outcome: string | null;
  };
  /** Which alert on the desk a tablet's alert became: the same id twice is one (SPEC ALERT-3). */
  readonly alert_ids: { readonly id: Uint8Array; readonly alert: Uint8Array };
  readonly alert_policies: {
    readonly version: number;
    readonly effective_from: number;
    readonly worrying_answers: number;
    readonly ask_for_help: number;
    readonly escalate_after: number;
    readonly created_by: string;
    readonly created_at: number;
  };
  /** Which version each tablet was told last. */
  readonly alert_policy_told: { readonly tablet: Uint8Array; readonly version: number };
};

/** Frozen: a released migration is never edited. */
export const alertMigrations: readonly Migration[] = [
  {
    name: 'alerts-1-alerts',
    up: async (m) => {
      await m
        .createTable('alerts')
        .addColumn('id', m.id, (c) => c.primaryKey())
        .addColumn('tablet', m.id, (c) => c.notNull())
        .addColumn('person', m.id)
        .addColumn('kind', m.text, (c) => c.notNull())
        .addColumn('tablet_name', m.text, (c) => c.notNull())
        .addColumn('wing', m.text, (c) => c.notNull())
        .addColumn('cell', m.text, (c) => c.notNull())
        .addColumn('raised_at', m.time, (c) => c.notNull())
        .addColumn('received_at', m.time, (c) => c.notNull())
        .addColumn('repeats', m.integer, (c) => c.notNull())
        .addColumn('last_at', m.time, (c) => c.notNull())
        .addColumn('due_at', m.time, (c) => c.notNull())
        .addColumn('escalated_at', m.time)
        .addColumn('acknowledged_at', m.time)
        .addColumn('acknowledged_by', m.text)
        .addColumn('closed_at', m.time)
        .addColumn('closed_by', m.text)
        .addColumn('outcome', m.text)
        .execute();
      await m.createIndex('alerts_tablet', 'alerts', ['tablet', 'received_at']);
      await m.createIndex('alerts_open', 'alerts', ['closed_at', 'received_at']);
    },
  },
  {
    name: 'alerts-2-ids-policies',
    up: async (m) => {
      await m
        .createTable('alert_ids')
        .addColumn('id', m.id, (c) => c.primaryKey())
        .addColumn('alert', m.id, (c) => c.notNull())
        .execute();
      await m
        .createTable('alert_policies')
        .addColumn('version', m.integer, (c) => c.primaryKey())
        .addColumn('effective_from', m.time, (c) => c.notNull())
        .addColumn('worrying_answers', m.flag, (c) => c.notNull())
        .addColumn('ask_for_help', m.flag, (c) => c.notNull())
        .addColumn('escalate_after', m.integer, (c) => c.notNull())
        .addColumn('created_by', m.text, (c) => c.notNull())
        .addColumn('created_at', m.time, (c) => c.notNull())
        .execute();
      await m
        .createTable('alert_policy_told')
        .addColumn('tablet', m.id, (c) => c.primaryKey())
        .addColumn('version', m.integer, (c) => c.notNull())
        .execute();
    },
  },
];
