import { ArrowRight, FileQuestion, FileText } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ProgressStatus } from '#protocol/education/completion-rules.ts';
import type { FeatureScreenProps } from '../../../door/feature-door.ts';
import type { Person } from '../../../session/person.ts';
import { Button } from '../../../ui/button.tsx';
import { List } from '../../../ui/list.tsx';
import { ListRow } from '../../../ui/list-row.tsx';
import { Page } from '../../../ui/page.tsx';
import { ProgressBar } from '../../../ui/progress-bar.tsx';
import { Row } from '../../../ui/row.tsx';
import { Section } from '../../../ui/section.tsx';
import { StatusChip } from '../../../ui/status-chip.tsx';
import type { Tone } from '../../../ui/tone.ts';
import type { Course } from '../course.ts';
import { usePackPicture } from '../queries.ts';
import type { EducationRoute } from '../route.ts';
import { inLanguage, lastFinished } from '../rules.ts';
import { FeedbackPart } from './feedback-part.tsx';
import { MyCourseButton } from './my-course-button.tsx';

type CourseScreenProps = FeatureScreenProps<EducationRoute> & { readonly course: Course; readonly person: Person };

const TONES: Readonly<Record<ProgressStatus, Tone>> = { 'not-started': 'neutral', started: 'moving', completed: 'good', passed: 'good', 'needs-another-go': 'attention' };

/** One course: its lessons in order, how far one is with each, and what to press next. */
export function CourseScreen({ course, person, go }: CourseScreenProps) {
  const { t, i18n } = useTranslation('education');
  const { manifest, pack, progress } = course;
  const cover = usePackPicture(person, pack, manifest.cover?.path);
  const play = (activityId: string) => { go({ place: 'education', screen: 'play', packId: pack.id, activityId }); };
  const [first = 'en'] = manifest.languages;
  const title = inLanguage(manifest.title, i18n.language, first);
  const { next } = progress;
  const finished = lastFinished(progress);
  const percent = (score: number) => t('best', { percent: Math.floor(score * 100) });
  return (
    <Page title={title} lead={<bdi>{inLanguage(manifest.summary, i18n.language, first)}</bdi>} focusTitle
      back={{ word: t('toShelf'), onClick: () => { go({ place: 'education', screen: 'shelf' }); } }}
      picture={cover === undefined ? undefined : <img className="education-head" src={cover} alt={manifest.cover === undefined ? '' : inLanguage(manifest.cover.alt, i18n.language)} />}>
      <ProgressBar label={t('progress')} value={progress.done} max={progress.items.length} valueText={t('done', { done: progress.done, of: progress.items.length })} />
      {next === undefined ? null : <Row><Button kind="primary" size="large" iconEnd={ArrowRight} onClick={() => { play(next.item.activityId); }}>{progress.lastAt === undefined ? t('start') : t('goOnWith', { title: inLanguage(next.item.title, i18n.language) })}</Button><MyCourseButton packId={manifest.packId} person={person} /></Row>}
      <List label={title}>
        {progress.items.map(({ item, summary }) => (
          <ListRow key={item.activityId} icon={item.kind === 'quiz' ? FileQuestion : FileText} title={<bdi>{inLanguage(item.title, i18n.language, first)}</bdi>}
            detail={[t(`kind.${item.kind}`), t('minutes', { count: item.minutes }), summary.bestScore === undefined ? undefined : percent(summary.bestScore)].filter((part) => part !== undefined).join(' · ')}
            chip={<StatusChip tone={TONES[summary.status]}>{t(`status.${summary.status}`)}</StatusChip>}
            current={item === next?.item} onClick={() => { play(item.activityId); }} />
        ))}
      </List>
      <p>{t('keptHere')}</p>
      {finished === undefined ? null : <FeedbackPart key={finished.activityId} packId={pack.id} activityId={finished.activityId} title={inLanguage(finished.title, i18n.language)} person={person} />}
      <Section title={t('credit')}>{manifest.attribution.map((line) => <p key={line}><bdi>{line}</bdi></p>)}</Section>
    </Page>
  );
}
