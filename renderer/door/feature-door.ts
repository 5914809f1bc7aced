import type { ComponentType } from 'react';
import type { Change } from '#protocol/sync/change.ts';
import type { Answer } from '#protocol/sync/operation.ts';
import type { PersonDatabase } from '../db/open-person-database.ts';
import type { StoreDeclaration, StoreWrite } from '../db/stores.ts';
import type { TabletDatabase } from '../db/open-tablet-database.ts';
import type { Outbox } from '../sync/outbox.ts';
import type { IconType } from '../ui/icon.tsx';

/** What a feature's screen is given: where in the feature one is, and the ways out of it. */
export type FeatureScreenProps<Route> = {
  readonly route: Route;
  readonly go: (route: Route) => void;
  /** Like `go`, but "back" will not lead to the present screen again. */
  readonly replace: (route: Route) => void;
  readonly back: () => void;
  readonly home: () => void;
  readonly actNow: () => void;
};

/**
 * What a feature shows to the app: everything light enough for the first screen, and loaders for the rest. Screens
 * come after the first paint, data with the first sign-in (issue 1, bench: 110 kB before the home screen's paint).
 */
export type FeatureDoor<Route> = {
  readonly icon: IconType;
  readonly hue: 'teal' | 'amber' | 'blue' | 'plum' | 'rose';
  readonly firstRoute: Route;
  /** All screens of the feature, as one lazy component. */
  readonly Screen: ComponentType<FeatureScreenProps<Route>>;
  /** One short line on the tile, lazy: "1 on its way". Renders `fallback` where there is nothing to tell. */
  readonly TileStatus: ComponentType<{ readonly fallback: string }>;
  /** What the person might want to do next, lazy; renders nothing where there is nothing to do. */
  readonly HomeNext: ComponentType<{ readonly go: (route: Route) => void }>;
  readonly loadData: () => Promise<FeatureData>;
};

/** A feature's stores and the other half of its synchronisation. */
export type FeatureData = {
  readonly personStores: readonly StoreDeclaration[];
  readonly tabletStores: readonly StoreDeclaration[];
  /** A change of the person stream, as writes; see SPEC PULL-3. */
  readonly applyChange?: (change: Change, database: PersonDatabase) => Promise<readonly StoreWrite[]>;
  readonly applyTabletChange?: (change: Change, database: TabletDatabase) => Promise<readonly StoreWrite[]>;
  /** Tries again what came back and did not open: a recovery sheet has brought keys. */
  readonly reopen?: (database: PersonDatabase) => Promise<readonly StoreWrite[]>;
  /** The gateway's answer to an operation of this feature. */
  readonly applyAnswer?: (
    answered: { readonly id: string; readonly kind: string; readonly answer: Answer },
    database: PersonDatabase,
  ) => Promise<readonly StoreWrite[]>;
  /** What is made good when somebody signs in, such as handing over what a power cut kept back. No screen waits for it. */
  readonly onSignIn?: (owner: { readonly database: PersonDatabase; readonly outbox: Outbox }) => Promise<void>;
};
