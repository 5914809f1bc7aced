import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person } from '../../../session/person.ts';
import { Section } from '../../../ui/section.tsx';
import { recentlyAdded } from '../catalogue/catalogue-rules.ts';
import type { Course } from '../course.ts';
import type { EducationRoute } from '../route.ts';
import { useMyCourses } from '../study/study-queries.ts';
import { CourseGrid } from './course-grid.tsx';
import { SeriesList } from './series-list.tsx';

type CatalogueSectionsProps = { readonly courses: readonly Course[]; readonly person: Person; readonly go: (route: EducationRoute) => void };

/** New courses shown at the top; all of them stand below as well. */
const MOST_NEW = 3;

/** The catalogue when nobody looks for anything: what was begun, what staff pick, what is new, and then everything. */
export function CatalogueSections({ courses, person, go }: CatalogueSectionsProps) {
  const { t } = useTranslation(['education', 'catalogue']);
  const [now] = useState(() => Date.now());
  const begun = courses.filter(({ progress }) => progress.lastAt !== undefined && progress.next !== undefined);
  const others = courses.filter((course) => !begun.includes(course));
  const { packIds } = useMyCourses();
  const mine = others.filter(({ pack }) => packIds.includes(pack.id));
  const picks = others.filter(({ staffPick }) => staffPick);
  // Where everything is new, nothing is.
  const fresh = recentlyAdded(others, now).slice(0, MOST_NEW);
  const recent = others.length > fresh.length + MOST_NEW ? fresh : [];
  const rest = others.filter((course) => !picks.includes(course) && !mine.includes(course) && !recent.includes(course));
  const grid = (title: string, some: readonly Course[]) => (some.length === 0 ? null : <Section title={title}><CourseGrid courses={some} person={person} go={go} /></Section>);
  return (
    <>
      {grid(t('goOn'), begun)}
      {grid(t('mine', { ns: 'catalogue' }), mine)}
      {grid(t('picks', { ns: 'catalogue' }), picks)}
      {grid(t('recent', { ns: 'catalogue' }), recent)}
      {courses.some(({ manifest }) => manifest.series !== undefined) ? <Section title={t('series', { ns: 'catalogue' })}><SeriesList courses={courses} go={go} /></Section> : null}
      {grid(t('all'), rest)}
    </>
  );
}
