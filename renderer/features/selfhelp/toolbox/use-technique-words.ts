import { useTranslation } from 'react-i18next';
import type { TechniqueWords } from '../../../text/technique-words.ts';
import type { TechniqueId } from './technique.ts';

/** The words of the techniques in the present language, by the technique's id. */
export function useTechniqueWords(): Readonly<Record<TechniqueId, TechniqueWords>> {
  const { i18n } = useTranslation('techniques');
  // The file's own shape: every language is checked against the English at build time (Translation).
  return i18n.getResourceBundle(i18n.language, 'techniques') as Readonly<Record<TechniqueId, TechniqueWords>>;
}
