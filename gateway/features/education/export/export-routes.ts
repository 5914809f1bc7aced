import { ok } from '#protocol/result.ts';
import { appendAudit } from '../../../audit/append-audit.ts';
import type { GatewayDatabase } from '../../../db/gateway-database.ts';
import { type StaffCaller, type StaffRoute, staffRoute } from '../../../http/staff-route.ts';
import type { CourseBook } from '../course-book.ts';
import { exportCsv, exportStatements } from './export-progress.ts';
import { csvQuerySchema, csvSchema, statementsQuerySchema, statementsSchema } from './staff-api.ts';

export type ExportRouteDependencies = {
  readonly database: GatewayDatabase;
  readonly courses: CourseBook;
  /** Makes the pseudonyms of statements; the same person has the same one in every export of this gateway. */
  readonly pseudonymSecret: Uint8Array;
};

/** Progress as files. Each export stands in the audit, with whom it was of and whether it had names. */
export function createExportRoutes({ database, courses, pseudonymSecret }: ExportRouteDependencies): readonly StaffRoute[] {
  const note = (staff: StaffCaller, detail: Readonly<Record<string, unknown>>) =>
    database.committer.submit((tx) =>
      appendAudit(tx, { at: tx.now, actor: { kind: 'staff', id: staff.staffId }, action: 'learners.export', subject: 'learners', detail }),
    );
  return [
    staffRoute({
      method: 'GET',
      path: '/learning/csv',
      action: 'learners.export',
      query: csvQuerySchema,
      reply: csvSchema,
      handle: async ({ staff, query, now }) => {
        await note(staff, { form: 'csv', group: query.group ?? null });
        return ok({ fileName: 'learners.csv', csv: await exportCsv(database.reads(), courses, query.group, now) });
      },
    }),
    staffRoute({
      method: 'GET',
      path: '/learning/statements',
      action: 'learners.export',
      query: statementsQuerySchema,
      reply: statementsSchema,
      handle: async ({ staff, query }) => {
        if (query.after === undefined) await note(staff, { form: 'xapi', actor: query.actor, group: query.group ?? null });
        const page = await exportStatements(database.reads(), courses, query, pseudonymSecret);
        return ok({ statements: [...page.statements], more: page.more });
      },
    }),
  ];
}
