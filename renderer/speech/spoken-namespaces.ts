import type { Namespace } from '../text/namespaces.ts';

/**
 * The namespaces whose words are spoken when the tablet is built, in every language. Add yours when a screen of it has
 * a `Listen`; words that stand in no namespace are added in scripts/speech/spoken-lines.mts.
 */
export const SPOKEN_NAMESPACES: readonly Namespace[] = ['actnow', 'selfhelp', 'programme', 'balance', 'plans', 'toolbox', 'techniques', 'measures'];
