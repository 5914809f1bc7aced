import type { Kysely, Selectable } from 'kysely';
import { type AuditActor, type AuditEntry, FIRST_PREVIOUS, hashEntry } from './hash-entry.ts';
import type { AuditTables } from './tables.ts';

/** Where the chain was, by a mark kept outside the database. */
export type AuditCheckpoint = { readonly sequence: number; readonly hash: string };

/**
 * What a look at the whole chain found. `code` says what is wrong at the first bad sequence number:
 * - `missing` a number was skipped: an entry was taken out
 * - `changed` the entry's own hash does not fit: it was altered
 * - `unlinked` it does not hold the hash of the one before it: something was put in or exchanged
 * - `truncated` the chain ends before the checkpoint: the newest entries were taken away
 * - `replaced` the entry the checkpoint names has another hash: the chain was written anew
 */
export type AuditVerdict =
  | { readonly ok: true; readonly entries: number; readonly head: AuditCheckpoint }
  | {
      readonly ok: false;
      readonly entries: number;
      readonly broken: {
        readonly sequence: number;
        readonly code: 'missing' | 'changed' | 'unlinked' | 'truncated' | 'replaced';
      };
    };

/** Rows read at a time: a chain of years does not fit memory. */
const PAGE = 1000;

/** Walks the whole chain from its first entry, and compares it with the checkpoint where there is one. */
export async function verifyAudit(
  tables: Kysely<AuditTables>,
  checkpoint: AuditCheckpoint | undefined,
): Promise<AuditVerdict> {
  let count = 0;
  let previous: Uint8Array = FIRST_PREVIOUS;
  let replaced = false;
  for (;;) {
    const rows = await tables
      .selectFrom('audit_entries')
      .selectAll()
      .where('sequence', '>', count)
      .orderBy('sequence')
      .limit(PAGE)
      .execute();
    for (const row of rows) {
      const code = judgeRow(row, count + 1, previous);
      if (code !== undefined) return { ok: false, entries: count, broken: { sequence: count + 1, code } };
      count += 1;
      previous = row.hash;
      if (row.sequence === checkpoint?.sequence) replaced = hex(row.hash) !== checkpoint.hash;
      if (replaced) return { ok: false, entries: count, broken: { sequence: count, code: 'replaced' } };
    }
    if (rows.length < PAGE) break;
  }
  if (checkpoint !== undefined && count < checkpoint.sequence)
    return { ok: false, entries: count, broken: { sequence: count + 1, code: 'truncated' } };
  return { ok: true, entries: count, head: { sequence: count, hash: hex(previous) } };
}

/** The entry a row holds. */
export function entryOf(row: Selectable<AuditTables['audit_entries']>): AuditEntry {
  return {
    sequence: row.sequence,
    at: row.at,
    actor: { kind: row.actor_kind as AuditActor['kind'], id: row.actor_id },
    action: row.action,
    subject: row.subject,
    detail: readDetail(row.detail),
    previous: row.previous,
    hash: row.hash,
  };
}

function judgeRow(
  row: Selectable<AuditTables['audit_entries']>,
  expected: number,
  previous: Uint8Array,
): 'missing' | 'changed' | 'unlinked' | undefined {
  if (row.sequence !== expected) return 'missing';
  if (hex(hashEntry(entryOf(row))) !== hex(row.hash)) return 'changed';
  return hex(row.previous) === hex(previous) ? undefined : 'unlinked';
}

/** A detail that is no longer JSON was altered; it then fails by its hash, not by an exception. */
function readDetail(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return {};
  }
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
