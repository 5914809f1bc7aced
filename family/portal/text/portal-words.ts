import type { text as en } from './en.ts';

type Sentences = { readonly [key: string]: string | Sentences };

/** The words of one language. The test beside them sees to it that each language has every key that English has. */
export type PortalWords = { readonly [Part in keyof typeof en]: (typeof en)[Part] extends string ? string : Sentences };
