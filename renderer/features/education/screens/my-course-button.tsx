import { BookmarkMinus, BookmarkPlus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { PackId } from '#protocol/ids.ts';
import type { Person } from '../../../session/person.ts';
import { Button } from '../../../ui/button.tsx';
import { keepThing } from '../study/study-actions.ts';
import { useMyCourses } from '../study/study-queries.ts';

/** Puts a course on the person's own list, or takes it off again. */
export function MyCourseButton({ packId, person }: { readonly packId: PackId; readonly person: Person }) {
  const { t } = useTranslation('catalogue');
  const { packIds, recordId } = useMyCourses();
  const mine = packIds.includes(packId);
  const toggle = () => {
    const others = packIds.filter((one) => one !== packId) as PackId[];
    void keepThing(person, { kind: 'my-courses', packIds: mine ? others : [...others, packId], changedAt: Date.now() }, { recordId, send: true });
  };
  return <Button icon={mine ? BookmarkMinus : BookmarkPlus} onClick={toggle}>{mine ? t('removeMine') : t('addMine')}</Button>;
}
