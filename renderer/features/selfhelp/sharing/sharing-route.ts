/** Places of sharing: what is shared, or one thing to share. */
export type SharingRoute = { readonly screen: 'sharing'; readonly recordId?: string };
