import { useTranslation } from 'react-i18next';
import { ArrowRight } from 'lucide-react';
import type { Person } from '../../../session/person.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { Picture } from '../../../ui/picture.tsx';
import { ProgressBar } from '../../../ui/progress-bar.tsx';
import { Row } from '../../../ui/row.tsx';
import { speaks } from '../catalogue/catalogue-rules.ts';
import type { Course } from '../course.ts';
import { usePackPicture } from '../queries.ts';
import type { EducationRoute } from '../route.ts';
import { inLanguage } from '../rules.ts';
import { languageName } from './language-name.ts';
import { useTopicWord } from './use-topic-word.ts';

type CourseCardProps = { readonly course: Course; readonly person: Person; readonly go: (route: EducationRoute) => void };

/** A course in the catalogue: picture, name, what it is about, how far, and one thing to press. */
export function CourseCard({ course, person, go }: CourseCardProps) {
  const { t, i18n } = useTranslation(['education', 'catalogue']);
  const topicWord = useTopicWord();
  const { manifest, pack, progress } = course;
  const cover = usePackPicture(person, pack, manifest.cover?.path);
  const [first = 'en'] = manifest.languages;
  const title = inLanguage(manifest.title, i18n.language, first);
  const { series } = manifest;
  return (
    <article className="education-card">
      <div className="education-cover">{cover === undefined ? <Picture name="books" /> : <img src={cover} alt="" />}</div>
      <div className="education-about">
        <Row gap="xs">
          <Badge>{topicWord(manifest.subject)}</Badge>
          {manifest.level.map((level) => <Badge key={level}>{t(`level.${level}`)}</Badge>)}
          {speaks(manifest, i18n.language) ? null : <Badge tone="attention">{t('inLanguage', { ns: 'catalogue', language: languageName(first, i18n.language) })}</Badge>}
        </Row>
        <h3><bdi>{title}</bdi></h3>
        <p><bdi>{inLanguage(manifest.summary, i18n.language, first)}</bdi></p>
        <p className="education-facts">{`${t('lessons', { count: progress.items.length })} · ${t('minutes', { count: manifest.minutes })}`}</p>
        {series === undefined ? null : <p className="education-facts">{t('partOf', { ns: 'catalogue', place: series.place, title: inLanguage(series.title, i18n.language, first) })}</p>}
        {progress.lastAt === undefined ? null : <ProgressBar label={t('progress')} labelHidden value={progress.done} max={progress.items.length} valueText={t('done', { done: progress.done, of: progress.items.length })} />}
        <Button kind={progress.lastAt === undefined ? 'secondary' : 'primary'} iconEnd={ArrowRight} onClick={() => { go({ place: 'education', screen: 'course', packId: pack.id }); }}>{t('open', { title })}</Button>
      </div>
    </article>
  );
}
