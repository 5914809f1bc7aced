import type { Kysely } from 'kysely';
import type { RecordId, Sha256 } from '#protocol/ids.ts';
import type { AuditTables } from '../../audit/tables.ts';
import { bytesToId, idToBytes } from '../../db/id-bytes.ts';
import type { GatewayDatabase } from '../../db/gateway-database.ts';
import type { StaffCaller } from '../../http/staff-route.ts';
import { type BuiltPack, readBuiltPack } from './built-pack.ts';
import { draftFolder } from './draft-folder.ts';
import { authorsOf, draftIdOf, type DraftRow, loadDraftRow } from './draft-rows.ts';
import type { DraftWork } from './draft-work.ts';
import { openPackYaml } from './pack-yaml.ts';
import { type Draft, type DraftState, draftReportSchema, draftSchema, type Drafts, type History } from './staff-api.ts';
import type { DraftTables } from './tables.ts';

export type StaffNames = (ids: readonly string[]) => Promise<ReadonlyMap<string, string>>;
export type QueryDependencies = {
  readonly database: GatewayDatabase;
  readonly dataFolder: string;
  readonly staffNames: StaffNames;
  readonly work: DraftWork;
};

/** More drafts than a list shows are found by finishing or discarding older ones. */
const MAX_LISTED = 200;
const MAX_HISTORY = 200;

/** Every draft, the one touched last first. */
export async function listDrafts({ database, staffNames }: QueryDependencies, staff: StaffCaller): Promise<Drafts> {
  const rows = await database
    .reads<DraftTables>()
    .selectFrom('pack_drafts')
    .selectAll()
    .orderBy('updated_at', 'desc')
    .limit(MAX_LISTED)
    .execute();
  const names = await staffNames(rows.map((row) => bytesToId<string>(row.owner)));
  return {
    drafts: rows.map((row) => {
      const problems = reportOf(row)?.problems ?? [];
      const blockers = problems.filter(({ severity }) => severity === 'blocker').length;
      return { ...headOf(row, names, staff), blockers, warnings: problems.length - blockers };
    }),
  };
}

/** The drafts an edition of this pack came or will come from. */
export async function listDraftsOf(tables: Kysely<DraftTables>, packId: string): Promise<readonly RecordId[]> {
  const rows = await tables.selectFrom('pack_drafts').select('id').where('pack_id', '=', packId).limit(MAX_LISTED).execute();
  return rows.map(draftIdOf);
}

/** One draft with everything its screen shows, or undefined. */
export async function loadDraft(
  dependencies: QueryDependencies,
  staff: StaffCaller,
  draftId: RecordId,
): Promise<Draft | undefined> {
  const { database, dataFolder, staffNames, work } = dependencies;
  const row = await loadDraftRow(database.reads(), draftId);
  if (row === undefined) return undefined;
  const people = [row.owner, row.submitted_by, row.decided_by].flatMap((id) =>
    id === null ? [] : [bytesToId<string>(id)],
  );
  const names = await staffNames(people);
  const nameOf = (id: Uint8Array | null) => (id === null ? null : (names.get(bytesToId(id)) ?? ''));
  const folder = draftFolder(dataFolder, draftId);
  const isIdle = row.state !== 'uploading' && row.state !== 'importing';
  const yaml = isIdle ? await openPackYaml(folder.source) : undefined;
  const pack =
    isIdle && row.pack_id !== null ? await readBuiltPack(folder.built, row.pack_id, row.version ?? 0) : undefined;
  return {
    ...headOf(row, names, staff),
    report: reportOf(row),
    work: work.lookAt(draftId),
    reason: row.reason,
    submittedBy: nameOf(row.submitted_by),
    submittedAt: row.submitted_at,
    decidedBy: nameOf(row.decided_by),
    decidedAt: row.decided_at,
    manifestSha256: row.manifest_sha256 as Sha256 | null,
    mayDecide: row.state === 'submitted' && !authorsOf(row).includes(staff.staffId),
    readyMade: row.signed_by === null ? null : draftSchema.shape.readyMade.parse(JSON.parse(row.signed_by)),
    ...contentsOf(pack),
    facts: yaml === undefined ? null : await yaml.facts(),
    history: await loadHistory(database.reads<AuditTables>(), staffNames, [draftId]),
  };
}

/** The acts about these subjects, newest first, with names. Detail is words for a reader, never a code alone. */
export async function loadHistory(
  tables: Kysely<AuditTables>,
  staffNames: StaffNames,
  subjects: readonly string[],
): Promise<History> {
  if (subjects.length === 0) return [];
  const rows = await tables
    .selectFrom('audit_entries')
    .select(['at', 'actor_kind', 'actor_id', 'action', 'detail'])
    .where('subject', 'in', subjects)
    .where('action', 'like', 'packs.%')
    .orderBy('sequence', 'desc')
    .limit(MAX_HISTORY)
    .execute();
  const names = await staffNames(rows.filter((row) => row.actor_kind === 'staff').map((row) => row.actor_id));
  return rows.map((row) => ({
    at: row.at,
    who: names.get(row.actor_id) ?? '',
    action: row.action,
    note: noteOf(JSON.parse(row.detail) as Readonly<Record<string, unknown>>),
  }));
}

function noteOf(detail: Readonly<Record<string, unknown>>): string {
  const { version, audience, to, reason, outcome } = detail;
  return [version, audience, to, reason, outcome]
    .filter((part) => (typeof part === 'string' && part !== '') || typeof part === 'number')
    .map(String)
    .join(' · ');
}

function headOf(row: DraftRow, names: ReadonlyMap<string, string>, staff: StaffCaller) {
  return {
    draftId: draftIdOf(row),
    state: row.state as DraftState,
    name: row.name,
    title: JSON.parse(row.title) as Record<string, string>,
    packId: row.pack_id,
    version: row.version,
    owner: names.get(bytesToId(row.owner)) ?? '',
    updatedAt: row.updated_at,
    mine: Buffer.from(row.owner).equals(idToBytes(staff.staffId)),
  };
}

function reportOf(row: DraftRow): Draft['report'] {
  return row.report === null ? null : draftReportSchema.parse(JSON.parse(row.report));
}

function contentsOf(pack: BuiltPack | undefined): Pick<Draft, 'items' | 'totals'> {
  if (pack === undefined) return { items: [], totals: { files: 0, bytes: 0 } };
  const { items, totals } = pack.manifest;
  return {
    items: items.map(({ activityId, kind, title, minutes }) => {
      const files = pack.lists.filter((list) => list.activityId === activityId).flatMap((list) => list.files);
      const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
      return { activityId, kind, title, minutes, files: files.length, bytes };
    }),
    totals: { files: totals.files, bytes: totals.bytes },
  };
}
