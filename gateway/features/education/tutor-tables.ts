import type { Migration } from '../../db/migrate.ts';

/** What tutors work with. Ids are 16 bytes, times milliseconds since 1970 by the gateway's clock unless said. */
export type TutorTables = {
  /** One person's counts of one activity, kept with the events they count (protocol/education/progress-tally.ts). */
  readonly education_summaries: {
    readonly person: Uint8Array;
    readonly pack_id: string;
    readonly activity_id: string;
    /** Highest edition an event of it came from. */
    readonly version: number;
    /** JSON of `ProgressTally`. */
    readonly tally: string;
  };
  /** One person's standing in one course: what the desk lists, without adding anything up. */
  readonly education_courses: {
    readonly person: Uint8Array;
    readonly pack_id: string;
    readonly version: number;
    readonly done: number;
    readonly of: number;
    readonly seconds: number;
    /** JSON of `StuckSign[]`, but those that come with the passing of time. */
    readonly signs: string;
    /** The tablet's clock: for display. */
    readonly last_at: number;
    readonly heard_at: number;
  };
  /** By which rules the counts were made (PROGRESS_RULES); one row with id 1. */
  readonly education_counted: { readonly id: number; readonly rules: number };
  /** Written work as it was handed in, with its mark. */
  readonly education_work: {
    readonly id: Uint8Array;
    readonly person: Uint8Array;
    readonly tablet: Uint8Array;
    readonly pack_id: string;
    readonly pack_version: number;
    readonly activity_id: string;
    readonly language: string;
    /** `assignment` or `essay`. */
    readonly kind: string;
    /** JSON of `WorkPart[]`. */
    readonly parts: string;
    /** The tablet's clock: for display. */
    readonly written_at: number;
    readonly received_at: number;
    readonly receipt: string;
    /** `handed-over`, `reading` or `marked`. */
    readonly state: string;
    /** JSON of `Mark`. */
    readonly mark: string | null;
    readonly marked_by: Uint8Array | null;
    /** JSON of `PhotoName[]`: the photographs that the hand-in named; null where it named none. */
    readonly photos: string | null;
    /** How many of them have arrived. */
    readonly photos_here: number;
  };
  /** Photographs of work on paper, as they arrived; `id` is the operation's that brought it. */
  readonly education_work_photos: {
    readonly id: Uint8Array;
    readonly work: Uint8Array;
    readonly person: Uint8Array;
    readonly jpeg: Uint8Array;
    readonly width: number;
    readonly height: number;
    readonly received_at: number;
  };
  readonly education_certificates: {
    readonly number: string;
    readonly person: Uint8Array;
    readonly pack_id: string;
    readonly version: number;
    /** JSON of the record the person has. */
    readonly body: string;
    readonly surname: string;
    readonly issued_at: number;
    readonly revoked_at: number | null;
    readonly revoke_reason: string | null;
    /** 1 while the family service has not been told how it stands now. */
    readonly untold: number;
  };
  readonly education_groups: { readonly id: Uint8Array; readonly name: string; readonly created_at: number };
  readonly education_group_people: { readonly group_id: Uint8Array; readonly person: Uint8Array };
};

/** Frozen: a released migration is never edited. */
export const tutorMigrations: readonly Migration[] = [
  {
    name: 'education-tutor-1-progress',
    up: async (m) => {
      await m
        .createTable('education_summaries')
        .addColumn('person', m.id, (c) => c.notNull())
        .addColumn('pack_id', m.text, (c) => c.notNull())
        .addColumn('activity_id', m.text, (c) => c.notNull())
        .addColumn('version', m.integer, (c) => c.notNull())
        .addColumn('tally', m.text, (c) => c.notNull())
        .addPrimaryKeyConstraint('education_summaries_key', ['person', 'pack_id', 'activity_id'])
        .execute();
      await m
        .createTable('education_courses')
        .addColumn('person', m.id, (c) => c.notNull())
        .addColumn('pack_id', m.text, (c) => c.notNull())
        .addColumn('version', m.integer, (c) => c.notNull())
        .addColumn('done', m.integer, (c) => c.notNull())
        .addColumn('of', m.integer, (c) => c.notNull())
        .addColumn('seconds', m.integer, (c) => c.notNull())
        .addColumn('signs', m.text, (c) => c.notNull())
        .addColumn('last_at', m.time, (c) => c.notNull())
        .addColumn('heard_at', m.time, (c) => c.notNull())
        .addPrimaryKeyConstraint('education_courses_key', ['person', 'pack_id'])
        .execute();
    },
  },
  {
    name: 'education-tutor-2-work',
    up: async (m) => {
      await m
        .createTable('education_work')
        .addColumn('id', m.id, (c) => c.primaryKey())
        .addColumn('person', m.id, (c) => c.notNull())
        .addColumn('tablet', m.id, (c) => c.notNull())
        .addColumn('pack_id', m.text, (c) => c.notNull())
        .addColumn('pack_version', m.integer, (c) => c.notNull())
        .addColumn('activity_id', m.text, (c) => c.notNull())
        .addColumn('language', m.text, (c) => c.notNull())
        .addColumn('kind', m.text, (c) => c.notNull())
        .addColumn('parts', m.text, (c) => c.notNull())
        .addColumn('written_at', m.time, (c) => c.notNull())
        .addColumn('received_at', m.time, (c) => c.notNull())
        .addColumn('receipt', m.text, (c) => c.notNull())
        .addColumn('state', m.text, (c) => c.notNull())
        .addColumn('mark', m.text)
        .addColumn('marked_by', m.id)
        .execute();
      await m.createIndex('education_work_state', 'education_work', ['state', 'received_at']);
      await m.createIndex('education_work_person', 'education_work', ['person', 'received_at']);
      await m
        .createTable('education_certificates')
        .addColumn('number', m.text, (c) => c.primaryKey())
        .addColumn('person', m.id, (c) => c.notNull())
        .addColumn('pack_id', m.text, (c) => c.notNull())
        .addColumn('version', m.integer, (c) => c.notNull())
        .addColumn('body', m.text, (c) => c.notNull())
        .addColumn('surname', m.text, (c) => c.notNull())
        .addColumn('issued_at', m.time, (c) => c.notNull())
        .addColumn('revoked_at', m.time)
        .addColumn('revoke_reason', m.text)
        .addColumn('untold', m.flag, (c) => c.notNull())
        .execute();
      await m.createIndex('education_certificates_holder', 'education_certificates', ['person', 'pack_id'], { unique: true });
      await m.createIndex('education_certificates_untold', 'education_certificates', ['untold']);
    },
  },
  {
    name: 'education-tutor-3-groups',
    up: async (m) => {
      await m
        .createTable('education_groups')
        .addColumn('id', m.id, (c) => c.primaryKey())
        .addColumn('name', m.text, (c) => c.notNull())
        .addColumn('created_at', m.time, (c) => c.notNull())
        .execute();
      await m.createIndex('education_groups_name', 'education_groups', ['name'], { unique: true });
      await m
        .createTable('education_group_people')
        .addColumn('group_id', m.id, (c) => c.notNull())
        .addColumn('person', m.id, (c) => c.notNull())
        .addPrimaryKeyConstraint('education_group_people_key', ['group_id', 'person'])
        .execute();
      await m.createIndex('education_group_people_person', 'education_group_people', ['person']);
    },
  },
  {
    name: 'education-tutor-4-counted',
    up: async (m) => {
      await m
        .createTable('education_counted')
        .addColumn('id', m.integer, (c) => c.primaryKey())
        .addColumn('rules', m.integer, (c) => c.notNull())
        .execute();
    },
  },
  {
    name: 'education-tutor-5-photos',
    up: async (m) => {
      await m.run('alter table education_work add column photos text');
      await m.run('alter table education_work add column photos_here integer not null default 0');
      await m
        .createTable('education_work_photos')
        .addColumn('id', m.id, (c) => c.primaryKey())
        .addColumn('work', m.id, (c) => c.notNull())
        .addColumn('person', m.id, (c) => c.notNull())
        .addColumn('jpeg', m.bytes, (c) => c.notNull())
        .addColumn('width', m.integer, (c) => c.notNull())
        .addColumn('height', m.integer, (c) => c.notNull())
        .addColumn('received_at', m.time, (c) => c.notNull())
        .execute();
      await m.createIndex('education_work_photos_work', 'education_work_photos', ['work']);
      await m.createIndex('education_work_photos_person', 'education_work_photos', ['person', 'received_at']);
    },
  },
];
