import { ArrowLeft, ArrowRight, Check } from 'lucide-react';
import type { TFunction } from 'i18next';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findDangerWords } from '#protocol/selfhelp/danger/find-danger-words.ts';
import { Listen } from '../../../../speech/listen.tsx';
import { Button } from '../../../../ui/button.tsx';
import { FormErrors } from '../../../../ui/form-errors.tsx';
import { Page } from '../../../../ui/page.tsx';
import { Spinner } from '../../../../ui/spinner.tsx';
import { StepDots } from '../../../../ui/step-dots.tsx';
import { usePerson } from '../../../../session/use-person.ts';
import type { SaveFault } from '../../actions.ts';
import { plansInUse } from '../../plans/plan-rules.ts';
import { listRecords } from '../../queries.ts';
import { useFaultWords } from '../../save-fault.tsx';
import type { SelfhelpScreenProps } from '../../selfhelp-route.ts';
import { wordsInAnswers } from '../../speaks-of-danger.ts';
import { useSave } from '../../use-save.ts';
import { draftKey } from '../draft-key.ts';
import { answersOf, finishPractice, isAnswered, positionOf, stepOf, type Answer } from '../player.ts';
import { speechOf } from '../speech-of.ts';
import { StepScreen } from '../steps/step-screen.tsx';
import type { Scale, Step, Technique } from '../technique.ts';
import { usePractising } from '../use-practising.ts';
import { useTechniqueWords } from '../use-technique-words.ts';
import { KeptLine } from './kept-line.tsx';

type PracticeScreenProps = Pick<SelfhelpScreenProps, 'replace' | 'back' | 'actNow'> & { readonly technique: Technique };

/** A technique being done: one step at a time, kept as it goes. */
export function PracticeScreen({ technique, replace, back, actNow }: PracticeScreenProps) {
  const { t } = useTranslation('toolbox');
  const { practising, state, move, become } = usePractising(technique);
  const techniqueWords = useTechniqueWords()[technique.id];
  const { database } = usePerson();
  const save = useSave();
  const faultWords = useFaultWords();
  const [end, setEnd] = useState<'open' | 'saving' | SaveFault['code']>('open');
  const answer = useCallback((key: string, value: Answer | undefined) => { move({ type: 'answered', key, value }); }, [move]);
  if (practising === undefined) return <Spinner word={t('frame.loading', { ns: 'app' })} size="lg" block />;
  const step = stepOf(technique, practising);
  const { number, count } = positionOf(technique, practising);
  const finish = async () => {
    setEnd('saving');
    const saved = await become(() => save('practice', finishPractice(technique, practising), { draft: draftKey(technique.id) }));
    if (saved.ok) replace({ screen: 'toolbox', technique: technique.id, practice: saved.value });
    else setEnd(saved.error.code);
  };
  // Found where it stands already: the tablet may have died after it was kept and before the practice knew.
  const keepPlan = async (plan: { readonly when: string; readonly then: string }) =>
    plansInUse(await listRecords(database, 'plan')).some(({ body }) => body.when === plan.when && body.then === plan.then) ||
    (await save('plan', { type: 'if-then', ...plan, triggers: [], timesUsed: 0, lastUsed: null, putAway: false })).ok;
  const goOn = () => {
    move({ type: 'went-on' });
    // At once, and not only when it is finished: what was written half way may never be. It is kept, and goes on later.
    if (wordsInAnswers(answersOf(step, practising.answers)).some(findDangerWords)) actNow();
  };
  const words = techniqueWords.steps[step.id] ?? { title: '' };
  return (
    <Page
      key={step.id}
      title={words.title}
      back={{ word: t('player.leave'), onClick: back }}
      actions={<Listen says={[...speechOf(step, words, practising.answers), ...commonWords(t, step, technique.scale)]} />}
      status={<StepDots count={count} current={number} text={t('player.step', { number, count })} />}
      focusTitle
      footer={
        <>
          {number > 1 && <Button icon={ArrowLeft} onClick={() => { move({ type: 'went-back' }); }}>{t('player.previous')}</Button>}
          {step.kind === 'summary' ? (
            <Button kind="primary" size="large" icon={Check} busy={end === 'saving'} busyWord={t('summary.busy')} onClick={() => { void finish(); }}>{t('summary.finish')}</Button>
          ) : isAnswered(step, practising.answers) ? (
            <Button kind="primary" size="large" iconEnd={ArrowRight} onClick={goOn}>{t('player.next')}</Button>
          ) : (
            <Button size="large" iconEnd={ArrowRight} onClick={() => { move({ type: 'went-on' }); }}>{t('player.skip')}</Button>
          )}
          <KeptLine state={state} />
        </>
      }
    >
      <p className="practice-phase">{t(`phase.${step.phase}`)}</p>
      {end !== 'open' && end !== 'saving' && <FormErrors title={t('error.title', { ns: 'app' })} errors={[{ key: 'fault', text: faultWords(end, t('summary.full')) }]} />}
      <StepScreen technique={technique} step={step} words={words} techniqueWords={techniqueWords} answers={practising.answers} answer={answer} keepPlan={keepPlan} actNow={actNow} />
    </Page>
  );
}

/** What a kind of step says in every technique. */
function commonWords(t: TFunction<'toolbox'>, { kind }: Step, scale: Scale): readonly string[] {
  switch (kind) {
    case 'rate':
      return [t('rate.hint'), t(`rate.low.${scale}`), t(`rate.high.${scale}`)];
    case 'plan':
      return [t('plan.hint')];
    case 'summary':
      return [t('summary.found'), t('summary.foundHint'), t('summary.helps')];
    default:
      return [];
  }
}
