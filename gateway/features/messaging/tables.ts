import type { Migration } from '../../db/migrate.ts';

/** The messaging feature's rows. Ids are 16 bytes, times milliseconds since 1970, flags 0 or 1, JSON is text. */
export type MessagingTables = {
  readonly messaging_contacts: ContactRow;
  readonly messaging_messages: MessageRow;
  /** Every step of every message, in order: who, what, why. Never changed. */
  readonly messaging_steps: StepRow;
  /** Members of staff who know a contact privately, and so may not decide about them. */
  readonly messaging_knows: { readonly staff: Uint8Array; readonly contact: Uint8Array };
  /** The prison's rules, from a date on. Never changed: a new version is a new row. */
  readonly messaging_policies: PolicyRow;
  /** Which version of the policy each person's tablet was told. */
  readonly messaging_policy_told: { readonly person: Uint8Array; readonly version: number };
  /** People whose messages a flagged-and-sampled policy holds, with dates. */
  readonly messaging_monitored: {
    readonly person: Uint8Array;
    readonly from_at: number;
    readonly until_at: number | null;
  };
  /** The delivery outbox to the family service; a row leaves only on its answer. */
  readonly messaging_deliveries: DeliveryRow;
  /** What the family service is to be told of each message from outside; `pushed` below `revision` is news. */
  readonly messaging_statuses: StatusRow;
};

export type ContactRow = {
  readonly id: Uint8Array;
  readonly person: Uint8Array;
  readonly name: string;
  readonly relationship: string;
  readonly handling: 'moderated' | 'privileged';
  readonly approved: number;
  /** JSON of `StaffRestriction[]`. */
  readonly restrictions: string;
  readonly invitation_sha256: string | null;
  readonly invitation_expires_at: number | null;
  readonly created_at: number;
};

export type MessageRow = {
  readonly id: Uint8Array;
  readonly person: Uint8Array;
  readonly contact: Uint8Array;
  readonly direction: 'out' | 'in';
  readonly body: string;
  readonly body_sha256: string;
  readonly written_at: number;
  readonly received_at: number;
  readonly state: string;
  /** JSON of the states it has been in. */
  readonly history: string;
  readonly receipt: string | null;
  readonly reason: string | null;
  readonly refusal: string | null;
  readonly remark: string | null;
  readonly read_at: number | null;
  /** JSON of `Flag[]`. */
  readonly flags: string;
  readonly held_for: string | null;
  readonly desk: string | null;
  readonly claim_staff: Uint8Array | null;
  readonly claim_until: number | null;
  /** JSON of `StopProposal`. */
  readonly proposal: string | null;
  readonly handed_over_at: number | null;
  /** 1 while words of self-harm have been seen by nobody of safer custody. */
  readonly alert_open: number;
};

export type StepRow = {
  readonly message: Uint8Array;
  readonly step: number;
  readonly action: string;
  readonly at: number;
  readonly actor_kind: string;
  readonly actor_id: string;
  readonly reason: string | null;
  readonly desk: string | null;
  readonly note: string | null;
};

export type PolicyRow = {
  readonly version: number;
  readonly effective_from: number;
  /** JSON of `Holding`. */
  readonly holding: string;
  readonly max_characters: number;
  readonly per_week: number | null;
  readonly created_by: string;
  readonly created_at: number;
};

export type DeliveryRow = {
  readonly message: Uint8Array;
  readonly contact: Uint8Array;
  readonly released_at: number;
  readonly attempts: number;
  readonly next_attempt_at: number;
};

export type StatusRow = {
  readonly message: Uint8Array;
  readonly state: string;
  readonly reason: string | null;
  readonly at: number;
  readonly revision: number;
  readonly pushed: number;
};

/** Frozen: a released migration is never edited. */
export const messagingMigrations: readonly Migration[] = [
  {
    name: 'messaging-1-contacts-and-policies',
    up: async (m) => {
      await m
        .createTable('messaging_contacts')
        .addColumn('id', m.id, (c) => c.primaryKey())
        .addColumn('person', m.id, (c) => c.notNull())
        .addColumn('name', m.text, (c) => c.notNull())
        .addColumn('relationship', m.text, (c) => c.notNull())
        .addColumn('handling', m.text, (c) => c.notNull())
        .addColumn('approved', m.flag, (c) => c.notNull())
        .addColumn('restrictions', m.text, (c) => c.notNull())
        .addColumn('invitation_sha256', m.text)
        .addColumn('invitation_expires_at', m.time)
        .addColumn('created_at', m.time, (c) => c.notNull())
        .execute();
      await m.createIndex('messaging_contacts_person', 'messaging_contacts', ['person']);
      await m
        .createTable('messaging_knows')
        .addColumn('staff', m.id, (c) => c.notNull())
        .addColumn('contact', m.id, (c) => c.notNull())
        .addPrimaryKeyConstraint('messaging_knows_key', ['staff', 'contact'])
        .execute();
      await m
        .createTable('messaging_policies')
        .addColumn('version', m.integer, (c) => c.primaryKey())
        .addColumn('effective_from', m.time, (c) => c.notNull())
        .addColumn('holding', m.text, (c) => c.notNull())
        .addColumn('max_characters', m.integer, (c) => c.notNull())
        .addColumn('per_week', m.integer)
        .addColumn('created_by', m.text, (c) => c.notNull())
        .addColumn('created_at', m.time, (c) => c.notNull())
        .execute();
      await m
        .createTable('messaging_policy_told')
        .addColumn('person', m.id, (c) => c.primaryKey())
        .addColumn('version', m.integer, (c) => c.notNull())
        .execute();
      await m
        .createTable('messaging_monitored')
        .addColumn('person', m.id, (c) => c.notNull())
        .addColumn('from_at', m.time, (c) => c.notNull())
        .addColumn('until_at', m.time)
        .addPrimaryKeyConstraint('messaging_monitored_key', ['person', 'from_at'])
        .execute();
    },
  },
  {
    name: 'messaging-2-messages',
    up: async (m) => {
      await m
        .createTable('messaging_messages')
        .addColumn('id', m.id, (c) => c.primaryKey())
        .addColumn('person', m.id, (c) => c.notNull())
        .addColumn('contact', m.id, (c) => c.notNull())
        .addColumn('direction', m.text, (c) => c.notNull())
        .addColumn('body', m.text, (c) => c.notNull())
        .addColumn('body_sha256', m.text, (c) => c.notNull())
        .addColumn('written_at', m.time, (c) => c.notNull())
        .addColumn('received_at', m.time, (c) => c.notNull())
        .addColumn('state', m.text, (c) => c.notNull())
        .addColumn('history', m.text, (c) => c.notNull())
        .addColumn('receipt', m.text)
        .addColumn('reason', m.text)
        .addColumn('refusal', m.text)
        .addColumn('remark', m.text)
        .addColumn('read_at', m.time)
        .addColumn('flags', m.text, (c) => c.notNull())
        .addColumn('held_for', m.text)
        .addColumn('desk', m.text)
        .addColumn('claim_staff', m.id)
        .addColumn('claim_until', m.time)
        .addColumn('proposal', m.text)
        .addColumn('handed_over_at', m.time)
        .addColumn('alert_open', m.flag, (c) => c.notNull())
        .execute();
      await m.createIndex('messaging_messages_queue', 'messaging_messages', ['state', 'received_at']);
      await m.createIndex('messaging_messages_person', 'messaging_messages', ['person', 'direction', 'received_at']);
      await m.createIndex('messaging_messages_contact', 'messaging_messages', ['contact', 'received_at']);
      await m.createIndex('messaging_messages_alert', 'messaging_messages', ['alert_open', 'received_at']);
      await m
        .createTable('messaging_steps')
        .addColumn('message', m.id, (c) => c.notNull())
        .addColumn('step', m.integer, (c) => c.notNull())
        .addColumn('action', m.text, (c) => c.notNull())
        .addColumn('at', m.time, (c) => c.notNull())
        .addColumn('actor_kind', m.text, (c) => c.notNull())
        .addColumn('actor_id', m.text, (c) => c.notNull())
        .addColumn('reason', m.text)
        .addColumn('desk', m.text)
        .addColumn('note', m.text)
        .addPrimaryKeyConstraint('messaging_steps_key', ['message', 'step'])
        .execute();
      await m
        .createTable('messaging_deliveries')
        .addColumn('message', m.id, (c) => c.primaryKey())
        .addColumn('contact', m.id, (c) => c.notNull())
        .addColumn('released_at', m.time, (c) => c.notNull())
        .addColumn('attempts', m.integer, (c) => c.notNull())
        .addColumn('next_attempt_at', m.time, (c) => c.notNull())
        .execute();
      await m.createIndex('messaging_deliveries_due', 'messaging_deliveries', ['next_attempt_at']);
      await m
        .createTable('messaging_statuses')
        .addColumn('message', m.id, (c) => c.primaryKey())
        .addColumn('state', m.text, (c) => c.notNull())
        .addColumn('reason', m.text)
        .addColumn('at', m.time, (c) => c.notNull())
        .addColumn('revision', m.integer, (c) => c.notNull())
        .addColumn('pushed', m.integer, (c) => c.notNull())
        .execute();
    },
  },
];
