import { useTranslation } from 'react-i18next';
import { usePerson } from '../../../session/use-person.ts';
import { useShelf } from '../queries.ts';

/** How many courses are here, on the home tile. */
export function TileStatus({ fallback }: { readonly fallback: string }) {
  const { t } = useTranslation('education');
  const shelf = useShelf(usePerson());
  if (shelf === undefined || shelf.courses.length === 0) return fallback;
  const done = shelf.courses.filter((course) => course.progress.next === undefined).length;
  return t('done', { done, of: shelf.courses.length });
}
