import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../../../renderer/ui/card.tsx';
import { Facts } from '../../../../renderer/ui/facts.tsx';
import { Notice } from '../../../../renderer/ui/notice.tsx';
import { Page } from '../../../../renderer/ui/page.tsx';
import { Section } from '../../../../renderer/ui/section.tsx';
import { Spinner } from '../../../../renderer/ui/spinner.tsx';
import { FailureNotice } from '../../../console/failure-notice.tsx';
import { placeAddress } from '../../../console/place.ts';
import { useTimeWords } from '../../../console/time-words.ts';
import { useAct } from '../../../console/use-act.ts';
import { useWordsIn } from '../../../console/use-words-in.ts';
import { type WorkView, workViewSchema } from '../work/staff-api.ts';
import { DeskPhotos } from './desk-photos.tsx';
import { MarkForm } from './mark-form.tsx';
import { WorkChip } from './work-queue.tsx';

/** One piece of work: its words, what came before it, and the mark. Opening it is written into the audit. */
export function WorkDesk({ workId }: { readonly workId: string }) {
  const { t } = useTranslation('learners');
  const { act, failure } = useAct();
  const [work, setWork] = useState<WorkView>();
  const back = { word: t('work.title'), href: placeAddress('learners', 'work') };
  useEffect(() => {
    void act({ method: 'POST', path: `/work/${workId}/open`, reply: workViewSchema }).then(setWork);
  }, [act, workId]);
  if (failure !== undefined && work === undefined) return <Page title={t('work.title')} back={back}><FailureNotice failure={failure} /></Page>;
  if (work === undefined) return <Spinner word={t('console:loading')} block />;
  return <WorkPage work={work} back={back} onMarked={setWork} />;
}

type WorkPageProps = { readonly work: WorkView; readonly back: { readonly word: string; readonly href: string }; readonly onMarked: (work: WorkView) => void };

function WorkPage({ work, back, onMarked }: WorkPageProps) {
  const { t } = useTranslation('learners');
  const time = useTimeWords();
  const wordsIn = useWordsIn();
  return (
    <Page title={wordsIn(work.title)} lead={<>{work.name} · <bdi>{work.prisonerNumber}</bdi> · {wordsIn(work.courseTitle)}</>} back={back} status={<WorkChip work={work} />} width="wide" focusTitle>
      <Facts columns={2} items={[
        { key: 'received', term: t('work.received'), value: time.short(work.receivedAt) },
        { key: 'receipt', term: t('work.receipt'), value: <bdi>{work.receipt}</bdi> },
        { key: 'tablet', term: t('work.tablet'), value: work.tablet === '' ? '–' : work.tablet },
        ...(work.quizScore === null ? [] : [{ key: 'quiz', term: t('work.quizScore'), value: `${String(Math.round(work.quizScore * 100))}%` }]),
      ]} />
      {work.parts.map((part) => <Card key={part.partId} title={part.ask === '' ? part.partId : part.ask}><p className="desk-written" dir="auto">{part.text}</p></Card>)}
      <DeskPhotos workId={work.workId} photos={work.photos} />
      {work.mark === null ? <MarkForm work={work} onMarked={onMarked} /> : <MarkShown mark={work.mark} />}
      {work.history.length === 0 ? null : (
        <Section title={t('work.history')}>
          {work.history.map((earlier) => (
            <Card key={earlier.workId} title={time.short(earlier.receivedAt)}>
              {earlier.parts.map((part) => <p key={part.partId} className="desk-written" dir="auto">{part.text}</p>)}
              <DeskPhotos workId={earlier.workId} photos={earlier.photos} />
              {earlier.mark === null ? null : <MarkShown mark={earlier.mark} />}
            </Card>
          ))}
        </Section>
      )}
    </Page>
  );
}

function MarkShown({ mark }: { readonly mark: NonNullable<WorkView['mark']> }) {
  const { t } = useTranslation('learners');
  const words = [mark.comment, ...Object.values(mark.partComments)].filter((comment) => comment !== '');
  return (
    <Notice tone={mark.outcome === 'passed' ? 'good' : 'info'} title={t('work.markedBy', { name: mark.by, outcome: t(`work.outcome.${mark.outcome}`) })}>
      {mark.score === null ? null : <p>{t('work.marks', mark.score)}</p>}
      {words.map((comment) => <p key={comment} className="desk-written" dir="auto">{comment}</p>)}
    </Notice>
  );
}
