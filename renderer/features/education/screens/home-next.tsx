import { useTranslation } from 'react-i18next';
import { BookOpen } from 'lucide-react';
import { usePerson } from '../../../session/use-person.ts';
import { ListRow } from '../../../ui/list-row.tsx';
import { useShelf } from '../queries.ts';
import type { EducationRoute } from '../route.ts';
import { inLanguage } from '../rules.ts';

/** "Go on where you stopped", on the home screen: the lesson that was begun last. */
export function HomeNext({ go }: { readonly go: (route: EducationRoute) => void }) {
  const { t, i18n } = useTranslation('education');
  const shelf = useShelf(usePerson());
  const course = shelf?.courses.find((one) => one.progress.lastAt !== undefined && one.progress.next !== undefined);
  const next = course?.progress.next;
  if (course === undefined || next === undefined) return null;
  return (
    <ListRow icon={BookOpen} title={t('goOnWith', { title: inLanguage(next.item.title, i18n.language) })} detail={inLanguage(course.manifest.title, i18n.language)}
      onClick={() => { go({ place: 'education', screen: 'play', packId: course.pack.id, activityId: next.item.activityId }); }} />
  );
}
