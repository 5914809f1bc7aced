import type { FeatureScreenProps } from '../../door/feature-door.ts';
import type { MeasuresRoute } from './measures/measures-route.ts';
import type { SharingRoute } from './sharing/sharing-route.ts';
import type { ChooseRoute } from './versions/choose-route.ts';
import type { ToolboxRoute } from './toolbox/toolbox-route.ts';

/** Places inside self-help. A part with a folder of its own keeps its places there. */
export type SelfhelpRoute =
  | { readonly screen: 'home' }
  | { readonly screen: 'diary' }
  | { readonly screen: 'check-in' }
  | { readonly screen: 'history' }
  | { readonly screen: 'who-sees' }
  | { readonly screen: 'map' }
  | { readonly screen: 'map-edit' }
  | { readonly screen: 'map-changes' }
  | { readonly screen: 'plans' }
  | { readonly screen: 'plan'; readonly recordId?: string }
  | { readonly screen: 'places' }
  | { readonly screen: 'release' }
  | { readonly screen: 'reached' }
  | ChooseRoute
  | ToolboxRoute
  | MeasuresRoute
  | SharingRoute;

/** What each of these screens is given. */
export type SelfhelpScreenProps = FeatureScreenProps<SelfhelpRoute>;
