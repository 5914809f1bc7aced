/** What a translation must have: the same keys as the English text, all the way down. A missing key fails the type check. */
export type ConsoleText<English> = { readonly [Key in keyof English]: English[Key] extends string ? string : ConsoleText<English[Key]> };
