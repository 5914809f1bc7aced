import type { Kysely } from 'kysely';
import { ok } from '#protocol/result.ts';
import type { GatewayDatabase } from '../db/gateway-database.ts';
import type { GatewayFeature } from '../http/gateway-feature.ts';
import { staffRoute } from '../http/staff-route.ts';
import { readCheckpoint } from './checkpoint-file.ts';
import type { AuditActor } from './hash-entry.ts';
import { auditPolicy } from './policy.ts';
import { auditPageSchema, auditQuerySchema, auditVerificationSchema } from './staff-api.ts';
import type { AuditTables } from './tables.ts';
import { entryOf, verifyAudit } from './verify-audit.ts';

const PAGE = 50;

export type AuditDependencies = {
  readonly database: GatewayDatabase;
  readonly dataFolder: string;
  /** The name of a member of staff, for people to read; other actors are shown by id. */
  readonly staffNames: (ids: readonly string[]) => Promise<ReadonlyMap<string, string>>;
};

/** The audit room's door. */
export function createAudit(dependencies: AuditDependencies): GatewayFeature {
  return {
    name: 'audit',
    policy: auditPolicy,
    staffRoutes: [listRoute(dependencies), verificationRoute(dependencies)],
    counts: async (database) => {
      const { entries } = await database
        .reads<AuditTables>()
        .selectFrom('audit_entries')
        .select(({ fn }) => fn.countAll<number>().as('entries'))
        .executeTakeFirstOrThrow();
      return [{ name: 'audit.entries', action: 'audit.read', count: Number(entries) }];
    },
  };
}

function listRoute(dependencies: AuditDependencies) {
  return staffRoute({
    method: 'GET',
    path: '/audit',
    action: 'audit.read',
    query: auditQuerySchema,
    reply: auditPageSchema,
    handle: async ({ query }) => {
      const limit = query.limit ?? PAGE;
      const rows = await pageOf(dependencies.database.reads<AuditTables>(), query, limit + 1);
      const entries = rows.slice(0, limit).map(entryOf);
      const names = await dependencies.staffNames(
        entries.filter((entry) => entry.actor.kind === 'staff').map((entry) => entry.actor.id),
      );
      const shown = entries.map(({ previous: _previous, hash, ...entry }) => ({
        ...entry,
        actor: { ...entry.actor, name: nameOf(entry.actor, names) },
        hash: Buffer.from(hash).toString('hex') as never,
      }));
      return ok({ entries: shown, more: rows.length > limit });
    },
  });
}

function verificationRoute(dependencies: AuditDependencies) {
  return staffRoute({
    method: 'GET',
    path: '/audit/verification',
    action: 'audit.read',
    reply: auditVerificationSchema,
    handle: async () => {
      const checkpoint = readCheckpoint(dependencies.dataFolder);
      const verdict = await verifyAudit(dependencies.database.reads<AuditTables>(), checkpoint);
      return ok({ ok: verdict.ok, entries: verdict.entries, broken: verdict.ok ? null : verdict.broken });
    },
  });
}

type Filter = {
  readonly before?: number | undefined;
  readonly action?: string | undefined;
  readonly actor?: string | undefined;
  readonly subject?: string | undefined;
};

function pageOf(tables: Kysely<AuditTables>, filter: Filter, limit: number) {
  let rows = tables.selectFrom('audit_entries').selectAll().orderBy('sequence', 'desc').limit(limit);
  if (filter.before !== undefined) rows = rows.where('sequence', '<', filter.before);
  if (filter.action !== undefined) rows = rows.where('action', '=', filter.action);
  if (filter.actor !== undefined) rows = rows.where('actor_id', '=', filter.actor);
  if (filter.subject !== undefined) rows = rows.where('subject', '=', filter.subject);
  return rows.execute();
}

function nameOf(actor: AuditActor, names: ReadonlyMap<string, string>): string | null {
  return names.get(actor.id) ?? null;
}
