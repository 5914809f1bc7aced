/** Places inside the diary. */
export type SelfhelpRoute = { readonly screen: 'diary' } | { readonly screen: 'check-in' } | { readonly screen: 'history' };
