import { RotateCcw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Person } from '../../../session/person.ts';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Section } from '../../../ui/section.tsx';
import { narrowDown, type Filters } from '../catalogue/catalogue-rules.ts';
import type { Course } from '../course.ts';
import type { EducationRoute } from '../route.ts';
import { CourseGrid } from './course-grid.tsx';

type NarrowedCoursesProps = { readonly courses: readonly Course[]; readonly filters: Filters; readonly onChange: (filters: Filters) => void; readonly person: Person; readonly go: (route: EducationRoute) => void };

/** The courses that fit what was chosen, and a word on those that only their language keeps away. */
export function NarrowedCourses({ courses, filters, onChange, person, go }: NarrowedCoursesProps) {
  const { t } = useTranslation('catalogue');
  const { shown, otherLanguages } = narrowDown(courses, filters);
  const anyLanguage = <Button onClick={() => { onChange({ ...filters, language: undefined }); }}>{t('showThem')}</Button>;
  return (
    <Section title={t('shown', { count: shown.length })}>
      {otherLanguages === 0 ? null : <Notice tone="info" actions={anyLanguage}>{t('otherLanguages', { count: otherLanguages })}</Notice>}
      {shown.length > 0 ? <CourseGrid courses={shown} person={person} go={go} /> : (
        <EmptyState level={3} picture="search" title={t('noFit')} action={<Button icon={RotateCcw} onClick={() => { onChange({}); }}>{t('reset')}</Button>}>{t('noFitLead')}</EmptyState>
      )}
    </Section>
  );
}
