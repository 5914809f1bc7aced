import type { GatewayDatabase } from '../../db/gateway-database.ts';
import type { GatewayFeature } from '../../http/gateway-feature.ts';
import { tabletsPolicy } from './policy.ts';
import { createTabletStaffRoutes, type TabletStaffDependencies } from './staff-routes.ts';
import { createTabletRoutes, type TabletRouteDependencies } from './tablet-routes.ts';
import type { TabletTables } from './tables.ts';

/** A tablet not heard of for this long is worth a look: exchanges are due at least every day. */
const SILENT_AFTER = 24 * 60 * 60 * 1000;

/** The tablets feature's door, for one door of the gateway. */
export function createTablets(
  dependencies: TabletRouteDependencies & TabletStaffDependencies,
  door: 'tablet' | 'web',
): GatewayFeature {
  return {
    name: 'tablets',
    policy: tabletsPolicy,
    staffRoutes: createTabletStaffRoutes(dependencies),
    tabletRoutes: createTabletRoutes(dependencies, door),
    counts: countTablets,
  };
}

async function countTablets(database: GatewayDatabase, now: number) {
  const rows = await database
    .reads<TabletTables>()
    .selectFrom('tablets')
    .select(['state', 'last_contact_at'])
    .execute();
  const count = (name: string, fits: (row: (typeof rows)[number]) => boolean) => ({
    name,
    action: 'tablets.read',
    count: rows.filter(fits).length,
  });
  return [
    count('tablets.enrolled', (row) => row.state === 'enrolled'),
    count('tablets.waiting', (row) => row.state === 'waiting'),
    count('tablets.silent', (row) => row.state === 'enrolled' && now - (row.last_contact_at ?? 0) > SILENT_AFTER),
  ];
}
