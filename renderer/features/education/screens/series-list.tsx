import { useTranslation } from 'react-i18next';
import { Card } from '../../../ui/card.tsx';
import { List } from '../../../ui/list.tsx';
import { ListRow } from '../../../ui/list-row.tsx';
import { StatusChip } from '../../../ui/status-chip.tsx';
import { seriesOf, type Series } from '../catalogue/catalogue-rules.ts';
import type { Course } from '../course.ts';
import type { EducationRoute } from '../route.ts';
import { inLanguage } from '../rules.ts';

type SeriesListProps = { readonly courses: readonly Course[]; readonly go: (route: EducationRoute) => void };

/** Courses that build on each other, each row in its order, with what comes next. */
export function SeriesList({ courses, go }: SeriesListProps) {
  return <div className="education-series">{seriesOf(courses).map((series) => <SeriesCard key={series.id} series={series} go={go} />)}</div>;
}

function SeriesCard({ series, go }: { readonly series: Series; readonly go: SeriesListProps['go'] }) {
  const { t, i18n } = useTranslation(['catalogue', 'education']);
  const words = (course: Course) => inLanguage(course.manifest.title, i18n.language, course.manifest.languages[0]);
  const title = inLanguage(series.title, i18n.language);
  return (
    <Card level={3} title={title}>
      <p>{series.next === undefined ? t('seriesDone') : t('seriesNext', { title: words(series.next) })}</p>
      <List label={title}>
        {series.courses.map((course) => (
          <ListRow key={course.pack.id} title={t('seriesPlace', { place: course.manifest.series?.place ?? 0, title: words(course) })} current={course === series.next}
            detail={t('done', { ns: 'education', done: course.progress.done, of: course.progress.items.length })}
            chip={course.progress.fraction === 1 ? <StatusChip tone="good">{t('status.completed', { ns: 'education' })}</StatusChip> : undefined}
            onClick={() => { go({ place: 'education', screen: 'course', packId: course.pack.id }); }} />
        ))}
      </List>
    </Card>
  );
}
