import { useTranslation } from 'react-i18next';
import { ArrowRight } from 'lucide-react';
import type { Person } from '../../../session/person.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { ProgressBar } from '../../../ui/progress-bar.tsx';
import { Row } from '../../../ui/row.tsx';
import type { Course } from '../queries.ts';
import { usePackPicture } from '../queries.ts';
import type { EducationRoute } from '../route.ts';
import { inLanguage } from '../rules.ts';

type CourseCardProps = { readonly course: Course; readonly person: Person; readonly go: (route: EducationRoute) => void };

/** A course on the shelf: picture, name, what it is about, how far, and one thing to press. */
export function CourseCard({ course, person, go }: CourseCardProps) {
  const { t, i18n } = useTranslation('education');
  const { manifest, pack, progress } = course;
  const cover = usePackPicture(person, pack, manifest.cover?.path);
  const title = inLanguage(manifest.title, i18n.language);
  return (
    <article className="education-card">
      <div className="education-cover">{cover === undefined ? null : <img src={cover} alt="" />}</div>
      <div className="education-about">
        <Row gap="xs">
          <Badge>{t(subjectKey(manifest.subject))}</Badge>
          {manifest.level.map((level) => <Badge key={level}>{t(`level.${level}`)}</Badge>)}
        </Row>
        <h3>{title}</h3>
        <p>{inLanguage(manifest.summary, i18n.language)}</p>
        <p className="education-facts">{`${t('lessons', { count: progress.items.length })} · ${t('minutes', { count: manifest.minutes })}`}</p>
        {progress.lastAt === undefined ? null : <ProgressBar label={t('progress')} labelHidden value={progress.done} max={progress.items.length} valueText={t('done', { done: progress.done, of: progress.items.length })} />}
        <Button kind={progress.lastAt === undefined ? 'secondary' : 'primary'} iconEnd={ArrowRight} onClick={() => { go({ place: 'education', screen: 'course', packId: pack.id }); }}>{t('open', { title })}</Button>
      </div>
    </article>
  );
}

/** Subjects we have a word for; another supplier's subject is simply a course. */
function subjectKey(subject: string): 'subject.induction' | 'subject.maths' | 'subject.recovery' | 'subject.other' {
  return subject === 'induction' || subject === 'maths' || subject === 'recovery' ? `subject.${subject}` : 'subject.other';
}
