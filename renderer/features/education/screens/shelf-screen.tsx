import { useTranslation } from 'react-i18next';
import type { FeatureScreenProps } from '../../../door/feature-door.ts';
import type { Person } from '../../../session/person.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Page } from '../../../ui/page.tsx';
import { Section } from '../../../ui/section.tsx';
import type { Course, Shelf } from '../queries.ts';
import type { EducationRoute } from '../route.ts';
import { ComingNotice } from './coming-notice.tsx';
import { CourseCard } from './course-card.tsx';

type ShelfScreenProps = FeatureScreenProps<EducationRoute> & { readonly shelf: Shelf; readonly person: Person };

/** Every course on this tablet: what was begun first, then the others, then what is on its way. */
export function ShelfScreen({ shelf, person, go, home }: ShelfScreenProps) {
  const { t } = useTranslation(['education', 'app']);
  const begun = shelf.courses.filter((course) => course.progress.lastAt !== undefined && course.progress.next !== undefined);
  const others = shelf.courses.filter((course) => !begun.includes(course));
  const cards = (courses: readonly Course[]) => (
    <ul className="education-shelf">
      {courses.map((course) => <li key={course.pack.id}><CourseCard course={course} person={person} go={go} /></li>)}
    </ul>
  );
  return (
    <Page title={t('title')} lead={t('lead')} width="wide" focusTitle back={{ word: t('frame.home', { ns: 'app' }), onClick: home }}>
      {shelf.coming.map((coming) => <ComingNotice key={coming.packId} {...coming} />)}
      {begun.length === 0 ? null : <Section title={t('goOn')}>{cards(begun)}</Section>}
      {others.length === 0 ? null : <Section title={t('all')}>{cards(others)}</Section>}
      {shelf.courses.length === 0 && shelf.coming.length === 0 ? <EmptyState picture="books" title={t('empty')}>{t('emptyLead')}</EmptyState> : null}
    </Page>
  );
}
