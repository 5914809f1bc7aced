import { ok } from '#protocol/result.ts';
import { appendAudit } from '../../audit/append-audit.ts';
import type { GatewayDatabase } from '../../db/gateway-database.ts';
import { type StaffRoute, staffRoute } from '../../http/staff-route.ts';
import { exportLate, listLate } from './late-queries.ts';
import { lateFileSchema, lateQuerySchema, lateTabletsSchema } from './staff-api.ts';

/** Whose work may not have arrived: at the desk, and as a file, which the audit notes because it leaves the desk. */
export function createLateRoutes(database: GatewayDatabase): readonly StaffRoute[] {
  return [
    staffRoute({
      method: 'GET',
      path: '/late-tablets',
      action: 'tablets.late',
      query: lateQuerySchema,
      reply: lateTabletsSchema,
      handle: async ({ query, now }) => ok({ tablets: await listLate(database.reads(), query.days, now) }),
    }),
    staffRoute({
      method: 'GET',
      path: '/late-tablets/csv',
      action: 'tablets.late',
      query: lateQuerySchema,
      reply: lateFileSchema,
      handle: async ({ staff, query: { days }, now }) => {
        await database.committer.submit((tx) =>
          appendAudit(tx, { at: tx.now, actor: { kind: 'staff', id: staff.staffId }, action: 'tablets.late-file', subject: 'tablets', detail: { days } }),
        );
        return ok({ fileName: 'late-tablets.csv', csv: await exportLate(database.reads(), days, now) });
      },
    }),
  ];
}
