import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person } from '../../../session/person.ts';
import { Button } from '../../../ui/button.tsx';
import type { Course } from '../course.ts';
import type { EducationRoute } from '../route.ts';
import { CourseCard } from './course-card.tsx';

/** Cards shown at first and with each press of "Show more": two hundred covers at once would be slow, and too much to take in. */
const AT_ONCE = 12;

type CourseGridProps = { readonly courses: readonly Course[]; readonly person: Person; readonly go: (route: EducationRoute) => void };

/** Courses as cards, a dozen at a time. */
export function CourseGrid({ courses, person, go }: CourseGridProps) {
  const { t } = useTranslation('catalogue');
  const [shown, setShown] = useState(AT_ONCE);
  return (
    <>
      <ul className="education-shelf">
        {courses.slice(0, shown).map((course) => <li key={course.pack.id}><CourseCard course={course} person={person} go={go} /></li>)}
      </ul>
      {courses.length <= shown ? null : <div><Button icon={Plus} onClick={() => { setShown(shown + AT_ONCE); }}>{t('more')}</Button></div>}
    </>
  );
}
