import type { Migration, MigrationHelper } from '../../db/migrate.ts';

/** Frozen: a released migration is never edited. The rows are described in tables.ts. */
export const messagingMigrations: readonly Migration[] = [
  {
    name: 'messaging-1-contacts-policies-messages',
    up: async (m) => {
      await createContacts(m);
      await createPolicies(m);
      await createMessages(m);
      await createSteps(m);
      await createFamilyOutboxes(m);
    },
  },
  {
    name: 'messaging-2-language',
    up: (m) => m.run('alter table messaging_messages add column language text'),
  },
  { name: 'messaging-3-appeals', up: createAppeals },
];

async function createContacts(m: MigrationHelper): Promise<void> {
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
}

async function createPolicies(m: MigrationHelper): Promise<void> {
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
}

async function createMessages(m: MigrationHelper): Promise<void> {
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
}

async function createSteps(m: MigrationHelper): Promise<void> {
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
}

async function createFamilyOutboxes(m: MigrationHelper): Promise<void> {
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
}

async function createAppeals(m: MigrationHelper): Promise<void> {
  await m
    .createTable('messaging_appeals')
    .addColumn('message', m.id, (c) => c.primaryKey())
    .addColumn('state', m.text, (c) => c.notNull())
    .addColumn('open_until', m.time, (c) => c.notNull())
    .addColumn('words', m.text)
    .addColumn('asked_at', m.time)
    .addColumn('answer_by', m.time)
    .addColumn('answered_at', m.time)
    .addColumn('answered_by', m.id)
    .addColumn('answer', m.text)
    .addColumn('remark', m.text)
    .execute();
  await m.createIndex('messaging_appeals_due', 'messaging_appeals', ['state', 'answer_by']);
  const whole = m.kind === 'sqlite' ? 'integer' : 'bigint';
  await m.run(`alter table messaging_policies add column appeal_days ${whole} not null default 10`);
  await m.run(`alter table messaging_policies add column appeal_answer_days ${whole} not null default 5`);
}
