import type { FeatureScreenProps } from '../../door/feature-door.ts';

/** Places inside the messages. Ids are plain strings: what is not there shows the list of people. */
export type MessagingRoute =
  | { readonly screen: 'people' }
  | { readonly screen: 'thread'; readonly contactId: string }
  | { readonly screen: 'compose'; readonly contactId: string; readonly startWith?: string }
  | { readonly screen: 'where'; readonly messageId: string }
  | { readonly screen: 'rule-39'; readonly contactId: string };

/** What each of these screens is given. */
export type MessagingScreenProps = FeatureScreenProps<MessagingRoute>;
