import { Undo2 } from 'lucide-react';
import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WorkRecord, WorkState } from '#protocol/education/assignment.ts';
import type { Person } from '../../../session/person.ts';
import { useWhen } from '../../../text/use-when.ts';
import { isUntouched } from '../../../sync/waiting-operations.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Facts } from '../../../ui/facts.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Section } from '../../../ui/section.tsx';
import { StatusChip } from '../../../ui/status-chip.tsx';
import type { Tone } from '../../../ui/tone.ts';
import { takeBackWork } from '../work/work-actions.ts';

const TONES: Readonly<Record<WorkState, Tone>> = { waiting: 'waiting', 'handed-over': 'moving', reading: 'moving', marked: 'good', refused: 'stopped' };

/** Everything that was handed in for a task, newest first: where it is, its number, and the tutor's answer. */
export function WorkHistory({ person, works }: { readonly person: Person; readonly works: readonly WorkRecord[] }) {
  const { t } = useTranslation('education');
  if (works.length === 0) return null;
  return (
    <Section title={t('work.handedIn')}>
      {[...works].reverse().map((work) => <WorkCard key={work.workId} person={person} work={work} />)}
    </Section>
  );
}

function WorkCard({ person, work }: { readonly person: Person; readonly work: WorkRecord }) {
  const { t } = useTranslation('education');
  const [tooLate, setTooLate] = useState(false);
  const untouched = useLiveQuery(() => isUntouched(person.database, work.workId), [person, work.workId]) ?? false;
  const { when } = useWhen();
  const takeBack = async (): Promise<void> => {
    const taken = await takeBackWork({ ...person, now: Date.now() }, work);
    setTooLate(!taken.ok);
  };
  const { mark } = work;
  const passed = mark?.outcome === 'passed';
  return (
    <Card title={when(work.writtenAt)}>
      <div>
        <StatusChip tone={mark === null ? TONES[work.state] : passed ? 'good' : 'attention'}>
          {mark === null ? t(`work.state.${work.state}`) : t(passed ? 'status.passed' : 'status.needs-another-go')}
        </StatusChip>
      </div>
      {work.receipt === null ? null : <Facts items={[{ key: 'receipt', term: t('work.receipt'), value: <bdi>{work.receipt}</bdi> }]} />}
      {mark === null ? <p>{t(`work.stateLead.${work.state}`)}</p> : <MarkWords work={work} mark={mark} />}
      {work.photos === undefined ? null : <p>{t(work.state === 'waiting' ? 'work.photo.with' : 'work.photo.arrived', { here: work.photosHere ?? 0, all: work.photos.length })}</p>}
      {tooLate ? <Notice tone="attention" live="polite">{t('work.tooLate')}</Notice> : null}
      {work.state === 'waiting' && untouched ? <div><Button icon={Undo2} onClick={() => { void takeBack(); }}>{t('work.takeBack')}</Button></div> : null}
      <details>
        <summary>{t('work.show')}</summary>
        {work.parts.map((part) => <p key={part.partId} className="education-written" dir="auto">{part.text}</p>)}
      </details>
    </Card>
  );
}

/** The tutor's answer, in the tutor's own words. */
function MarkWords({ work, mark }: { readonly work: WorkRecord; readonly mark: NonNullable<WorkRecord['mark']> }) {
  const { t } = useTranslation('education');
  const comments = work.parts.filter((part) => (mark.partComments[part.partId] ?? '') !== '');
  return (
    <>
      <p>{t('work.from', { name: mark.by })}</p>
      {mark.score === null ? null : <p>{t('work.marks', { got: mark.score.got, outOf: mark.score.outOf })}</p>}
      {mark.comment === '' ? null : <blockquote className="education-written" dir="auto">{mark.comment}</blockquote>}
      {comments.map((part) => (
        <div key={part.partId}>
          <p><strong dir="auto">{part.ask}</strong></p>
          <blockquote className="education-written" dir="auto">{mark.partComments[part.partId]}</blockquote>
        </div>
      ))}
    </>
  );
}
