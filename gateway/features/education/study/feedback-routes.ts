import { fail, ok } from '#protocol/result.ts';
import type { GatewayDatabase } from '../../../db/gateway-database.ts';
import { type StaffRoute, staffRoute } from '../../../http/staff-route.ts';
import { loadPackFeedback } from './feedback-queries.ts';
import { feedbackParamsSchema, packFeedbackSchema } from './staff-api.ts';

/** What people think of a pack, for those who teach with it. */
export function createFeedbackRoutes({ database }: { readonly database: GatewayDatabase }): readonly StaffRoute[] {
  return [
    staffRoute({
      method: 'GET',
      path: '/packs/:packId/feedback',
      action: 'feedback.read',
      params: feedbackParamsSchema,
      reply: packFeedbackSchema,
      handle: async ({ params }) => {
        const feedback = await loadPackFeedback(database.reads(), params.packId);
        return feedback === undefined ? fail({ code: 'not-found' }) : ok(feedback);
      },
    }),
  ];
}
