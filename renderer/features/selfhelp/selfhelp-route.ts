import type { FeatureScreenProps } from '../../door/feature-door.ts';

/** Places inside the diary. */
export type SelfhelpRoute = { readonly screen: 'diary' } | { readonly screen: 'check-in' } | { readonly screen: 'history' };

/** What each of these screens is given. */
export type SelfhelpScreenProps = FeatureScreenProps<SelfhelpRoute>;
