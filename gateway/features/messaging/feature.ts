import type { GatewayFeature } from '../../http/gateway-feature.ts';
import { countAppeals } from './appeals/appeal-queries.ts';
import { appealRoutes } from './appeals/routes.ts';
import { contactRoutes } from './contact-routes.ts';
import { listRoutes } from './list-routes.ts';
import { messageRoutes } from './message-routes.ts';
import { measureQueue } from './moderation/queue.ts';
import { messagingPolicy } from './policy.ts';
import { policyRoutes } from './policy-routes.ts';
import type { MessagingRouteDependencies } from './route-support.ts';
import type { MessagingTables } from './tables.ts';

/** The messaging feature's door for the gateway's app. Its operations are made by `createMessagingOperations` (sync.ts). */
export function createMessaging(dependencies: MessagingRouteDependencies): GatewayFeature {
  return {
    name: 'messaging',
    policy: messagingPolicy,
    staffRoutes: [
      // The fixed addresses stand before `/messages/:messageId`.
      ...listRoutes(dependencies),
      ...appealRoutes(dependencies),
      ...policyRoutes(dependencies),
      ...messageRoutes(dependencies),
      ...contactRoutes(dependencies),
    ],
    counts: async (database) => {
      const db = database.reads<MessagingTables>();
      const { held } = await measureQueue(db);
      const { open } = await db
        .selectFrom('messaging_messages')
        .select(({ fn }) => fn.countAll<number>().as('open'))
        .where('alert_open', '=', 1)
        .executeTakeFirstOrThrow();
      return [
        { name: 'messages.held', action: 'messages.queue', count: held },
        { name: 'messages.alerts', action: 'messages.alerts', count: open },
        { name: 'messages.appeals', action: 'appeals.read', count: await countAppeals(db) },
      ];
    },
  };
}
