import { Award, NotebookText, Target } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { FeatureScreenProps } from '../../../door/feature-door.ts';
import type { Person } from '../../../session/person.ts';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Page } from '../../../ui/page.tsx';
import { Row } from '../../../ui/row.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { useCatalogue } from '../catalogue/catalogue-store.ts';
import type { Shelf } from '../queries.ts';
import type { EducationRoute } from '../route.ts';
import { CatalogueSections } from './catalogue-sections.tsx';
import { ComingNotice } from './coming-notice.tsx';
import { FilterPanel, isNarrowed } from './filter-panel.tsx';
import { NarrowedCourses } from './narrowed-courses.tsx';
import { SearchResults } from './search-results.tsx';

type ShelfScreenProps = FeatureScreenProps<EducationRoute> & { readonly shelf: Shelf; readonly person: Person };

/** The catalogue: a line to search with, what can be narrowed down, and everything there is. */
export function ShelfScreen({ shelf, person, go, home }: ShelfScreenProps) {
  const { t } = useTranslation(['education', 'app', 'catalogue']);
  const { query, filters, setQuery, setFilters } = useCatalogue(person.personId);
  const { courses, coming } = shelf;
  const searching = query.trim() !== '';
  return (
    <Page title={t('title')} lead={t('lead')} width="wide" focusTitle back={{ word: t('frame.home', { ns: 'app' }), onClick: home }}
      actions={<MyThings go={go} />}>
      {coming.slice(0, MOST_COMING).map((one) => <ComingNotice key={one.packId} {...one} />)}
      {coming.length > MOST_COMING ? <p>{t('comingMore', { ns: 'catalogue', count: coming.length - MOST_COMING })}</p> : null}
      {courses.length === 0 ? null : (
        <div className="education-find" role="search">
          <TextField type="search" label={t('find', { ns: 'catalogue' })} hint={t('findHint', { ns: 'catalogue' })} value={query} onChange={setQuery} dir="auto" maxLength={200} />
          {searching ? <Button onClick={() => { setQuery(''); }}>{t('clear', { ns: 'catalogue' })}</Button> : null}
        </div>
      )}
      {searching ? <SearchResults query={query} onQuery={setQuery} courses={courses} person={person} go={go} /> : null}
      {searching || courses.length < FEWEST_TO_FILTER ? null : <FilterPanel courses={courses} filters={filters} onChange={setFilters} />}
      {!searching && isNarrowed(filters) ? <NarrowedCourses courses={courses} filters={filters} onChange={setFilters} person={person} go={go} /> : null}
      {!searching && !isNarrowed(filters) ? <CatalogueSections courses={courses} person={person} go={go} /> : null}
      {courses.length === 0 && coming.length === 0 ? <EmptyState picture="books" title={t('empty')}>{t('emptyLead')}</EmptyState> : null}
    </Page>
  );
}

/** The ways to what is a person's own: beside the title, so that the courses begin high on the screen. */
function MyThings({ go }: Pick<ShelfScreenProps, 'go'>) {
  const { t } = useTranslation(['education', 'study']);
  return (
    <Row>
      <Button icon={NotebookText} onClick={() => { go({ place: 'education', screen: 'notes' }); }}>{t('notes', { ns: 'study' })}</Button>
      <Button icon={Target} onClick={() => { go({ place: 'education', screen: 'goals' }); }}>{t('goals', { ns: 'study' })}</Button>
      <Button icon={Award} onClick={() => { go({ place: 'education', screen: 'certificates' }); }}>{t('certificates.title')}</Button>
    </Row>
  );
}

/** Notices of courses on their way; on a new tablet there may be two hundred. */
const MOST_COMING = 3;
/** With fewer courses than this all can be seen at once, and ways to narrow down would only stand in the way. */
const FEWEST_TO_FILTER = 6;
