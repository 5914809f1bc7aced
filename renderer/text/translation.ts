/** The plural endings i18next looks for; which a language uses is in `Intl.PluralRules`. Welsh and Arabic use all six. */
type PluralEnding = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';

type WithoutEnding<Key> = Key extends `${infer Base}_${PluralEnding}` ? Base : never;

/**
 * What a translation of an English namespace must have: the same keys, with every plural in all six forms.
 * A missing or an extra key fails the type check.
 */
export type Translation<English> = {
  readonly [Key in keyof English as Key extends `${string}_${PluralEnding}` ? never : Key]: English[Key] extends string
    ? string
    : Translation<English[Key]>;
} & {
  readonly [Base in WithoutEnding<keyof English> as `${Base}_${PluralEnding}`]: string;
};
