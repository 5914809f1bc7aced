import { Check, Send, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { countWords, judgeLength } from '#protocol/education/work-rules.ts';
import type { Assignment, AssignmentPart } from '#protocol/packs/assignment.ts';
import { plainText } from '#protocol/packs/inline-text.ts';
import type { Person } from '../../../session/person.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Section } from '../../../ui/section.tsx';
import { StatusChip } from '../../../ui/status-chip.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { handInWork } from '../work/work-actions.ts';
import { useWriting, type WritingState } from '../work/use-writing.ts';
import type { WorkDraft, WorkPhoto } from '../work/work-tables.ts';
import { EarlierVersions } from './earlier-versions.tsx';
import { WorkPhotos } from './work-photos.tsx';

type WorkWritingProps = {
  readonly person: Person;
  readonly task: Assignment;
  readonly pack: { readonly packId: string; readonly packVersion: number };
  readonly draft: WorkDraft | undefined;
  readonly photos: readonly WorkPhoto[];
  readonly mayHandIn: boolean;
  /** Opens the camera; everything written is on the disk by then. */
  readonly onTakePhoto: () => void;
};

const STATE_TONES = { saved: 'good', saving: 'moving', full: 'stopped' } as const satisfies Readonly<Record<WritingState, string>>;

/** Where one writes. What is typed is kept within a second; nothing leaves the tablet before it is handed in. */
export function WorkWriting({ person, task, pack, draft, photos, mayHandIn, onTakePhoto }: WorkWritingProps) {
  const { t } = useTranslation('education');
  const writing = useWriting(person, task.activityId, draft?.texts ?? {});
  const [asking, setAsking] = useState(false);
  const [fault, setFault] = useState<'nothing-written' | 'too-long' | 'storage-full' | 'signed-out'>();
  const handIn = async (): Promise<void> => {
    setAsking(false);
    const kept = await writing.keepAll();
    const handed = kept ? await handInWork({ ...person, now: Date.now() }, pack, task, writing.texts, photos) : undefined;
    setFault(handed === undefined ? 'storage-full' : handed.ok ? undefined : handed.error.code);
  };
  const takePhoto = async (): Promise<void> => { if (await writing.keepAll()) onTakePhoto(); };
  return (
    <>
      <Section title={t('work.task')}>
        {task.intro.map((line, at) => <p key={at} lang={task.language} dir={task.direction}>{plainText(line)}</p>)}
      </Section>
      {task.parts.map((part) => (
        <PartField key={part.id} part={part} text={writing.texts[part.id] ?? ''} onChange={(text) => { writing.write(part.id, text); }} />
      ))}
      {task.photos > 0 ? <WorkPhotos person={person} photos={photos} most={task.photos} onTake={() => { void takePhoto(); }} /> : null}
      <div role="status"><StatusChip tone={STATE_TONES[writing.state]}>{t(`work.keeping.${writing.state}`)}</StatusChip></div>
      {fault === undefined ? null : <Notice tone="attention" live="assertive">{t(`work.fault.${fault}`)}</Notice>}
      {mayHandIn ? null : <Notice>{t('work.waitForMark')}</Notice>}
      {mayHandIn && !asking ? <div><Button kind="primary" size="large" icon={Send} onClick={() => { setAsking(true); }}>{t('work.handIn')}</Button></div> : null}
      {mayHandIn && asking ? (
        <Notice title={t('work.ask')} live="polite" actions={
          <>
            <Button kind="primary" icon={Check} onClick={() => { void handIn(); }}>{t('work.askYes')}</Button>
            <Button icon={Undo2} onClick={() => { setAsking(false); }}>{t('work.askNo')}</Button>
          </>
        }>{t('work.askLead')}</Notice>
      ) : null}
      <EarlierVersions versions={draft?.versions ?? []} onBringBack={writing.bringBack} />
    </>
  );
}

type PartFieldProps = { readonly part: AssignmentPart; readonly text: string; readonly onChange: (text: string) => void };

function PartField({ part, text, onChange }: PartFieldProps) {
  const { t } = useTranslation('education');
  const words = countWords(text);
  const guide = part.words;
  const range = guide?.atLeast !== undefined && guide.atMost !== undefined ? 'between' : guide?.atLeast !== undefined ? 'atLeast' : 'atMost';
  const hint = guide === undefined ? t('work.words', { count: words }) : `${t(`work.guide.${range}`, { least: guide.atLeast ?? 0, most: guide.atMost ?? 0 })} ${t('work.words', { count: words })} ${t(`work.length.${judgeLength(words, guide)}`)}`;
  return <TextArea label={part.ask.map(plainText).join(' ')} hint={hint} rows={10} value={text} onChange={onChange} />;
}
