import type { GatewayDatabase } from '../db/gateway-database.ts';
import type { Policy } from '../staff/policy.ts';
import type { StaffRoute } from './staff-route.ts';
import type { TabletRoute } from './tablet-route.ts';

/** One figure on the home page; shown to roles that have `action`. */
export type OverviewCount = { readonly name: string; readonly action: string; readonly count: number };

/** The door of a room or feature: what `app.ts` puts together. */
export type GatewayFeature = {
  readonly name: string;
  readonly policy: Policy;
  readonly staffRoutes: readonly StaffRoute[];
  readonly tabletRoutes?: readonly TabletRoute[];
  /** Figures for the home page. */
  readonly counts?: (database: GatewayDatabase, now: number) => Promise<readonly OverviewCount[]>;
};
