/** Kinds of which two tablets may have made two versions. */
export const choosable = ['plan', 'profile', 'safety-plan', 'milestone', 'check-in'] as const;
export type ChoosableKind = (typeof choosable)[number];

/** The screen where somebody chooses between two versions of a thing (`thingOf`). */
export type ChooseRoute = { readonly screen: 'choose'; readonly kind: ChoosableKind; readonly thing: string };
