import { BookOpen, FileText } from 'lucide-react';
import { Fragment, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person } from '../../../session/person.ts';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { List } from '../../../ui/list.tsx';
import { ListRow } from '../../../ui/list-row.tsx';
import { Row } from '../../../ui/row.tsx';
import { Section } from '../../../ui/section.tsx';
import { Spinner } from '../../../ui/spinner.tsx';
import { VisuallyHidden } from '../../../ui/visually-hidden.tsx';
import type { Course } from '../course.ts';
import type { EducationRoute } from '../route.ts';
import { inLanguage } from '../rules.ts';
import { searchCourses } from '../search/search-courses.ts';
import type { Found, SearchAnswer } from '../search/search-engine.ts';

type SearchResultsProps = {
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly courses: readonly Course[];
  readonly person: Person;
  readonly go: (route: EducationRoute) => void;
};

/** What was found for the words being typed: what is sure first, guesses apart and called so (kolibri#3684). */
export function SearchResults({ query, onQuery, courses, person, go }: SearchResultsProps) {
  const { t } = useTranslation('catalogue');
  const answer = useSearch(query, courses, person);
  if (answer === undefined) return <Spinner word={t('searching')} block />;
  const sure = answer.found.filter(({ guess }) => !guess);
  const guesses = answer.found.filter(({ guess }) => guess);
  const rows = (found: readonly Found[]) => found.map((one) => <FoundRow key={`${one.packId} ${one.activityId ?? ''}`} found={one} courses={courses} go={go} />);
  return (
    <>
      <VisuallyHidden role="status">{t('found', { count: answer.found.length })}</VisuallyHidden>
      {answer.suggested.length === 0 ? null : (
        <Row gap="xs" role="group" aria-label={t('suggestions')}>
          {answer.suggested.map((words) => <Button key={words} size="small" onClick={() => { onQuery(`${words} `); }}><bdi>{words}</bdi></Button>)}
        </Row>
      )}
      {sure.length === 0 ? null : <Section title={t('found', { count: sure.length })}><List label={t('found', { count: sure.length })}>{rows(sure)}</List></Section>}
      {guesses.length === 0 ? null : <Section title={t('guesses')} hint={t('guessesLead')}><List label={t('guesses')}>{rows(guesses)}</List></Section>}
      {answer.found.length > 0 ? null : <EmptyState picture="search" title={t('nothing', { query: query.trim() })}>{t('nothingLead')}</EmptyState>}
    </>
  );
}

type FoundRowProps = { readonly found: Found; readonly courses: readonly Course[]; readonly go: (route: EducationRoute) => void };

/** One thing that was found: its name, where it is, and the line with the word. */
function FoundRow({ found, courses, go }: FoundRowProps) {
  const { t, i18n } = useTranslation('catalogue');
  const course = courses.find(({ pack }) => pack.id === found.packId);
  if (course === undefined) return null;
  const { packId, activityId, page, language } = found;
  const item = course.manifest.items.find((one) => one.activityId === activityId);
  const courseTitle = inLanguage(course.manifest.title, i18n.language, course.manifest.languages[0]);
  const open = () => { go(activityId === undefined || item === undefined ? { place: 'education', screen: 'course', packId } : { place: 'education', screen: 'play', packId, activityId, page, language }); };
  return (
    <ListRow icon={item === undefined ? BookOpen : FileText} title={item === undefined ? courseTitle : inLanguage(item.title, language)} onClick={open}
      detail={
        <span className="education-found">
          <span>{item === undefined ? t('wholeCourse') : t('inCourse', { title: courseTitle })}</span>
          <span lang={language} dir="auto">{found.line.map((piece, at) => <Fragment key={at}>{piece.found ? <mark>{piece.text}</mark> : piece.text}</Fragment>)}</span>
          {found.also === undefined ? null : <span>{t('means', { words: found.also })}</span>}
        </span>
      } />
  );
}

/** The answer to the newest query; an older one that comes late is not shown. Undefined until the first is here. */
function useSearch(query: string, courses: readonly Course[], person: Person): SearchAnswer | undefined {
  const { i18n } = useTranslation();
  const [answer, setAnswer] = useState<SearchAnswer>();
  useEffect(() => {
    let current = true;
    void searchCourses(courses, { query, language: i18n.language }, person.tabletDatabase).then((given) => { if (current) setAnswer(given); });
    return () => { current = false; };
  }, [query, courses, person, i18n.language]);
  return answer;
}
