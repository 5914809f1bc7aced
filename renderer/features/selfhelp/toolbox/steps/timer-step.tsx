import { Pause, Play, RotateCcw } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../../ui/button.tsx';
import { Checkbox } from '../../../../ui/checkbox.tsx';
import { Notice } from '../../../../ui/notice.tsx';
import { Row } from '../../../../ui/row.tsx';
import { Stack } from '../../../../ui/stack.tsx';
import { elapsedOf, isRunning, runKeys, stageAt, timeLeft } from '../rules.ts';
import { PaceBreath } from './pace-breath.tsx';
import { PaceWave } from './pace-wave.tsx';
import type { StepProps } from './step-props.ts';
import { useRunningClock } from './use-running-clock.ts';
import { useStageVoice } from './use-stage-voice.ts';

/** Time past its end by more than this was not spent at the screen, milliseconds. */
const AWAY = 20_000;

/** Time that runs, with something calm to look at and a few words for each stage of it. */
export function TimerStep({ step, words, answers, answer }: StepProps<'timer'>) {
  const { t } = useTranslation('toolbox');
  const runs = isRunning(answers, step.id);
  const now = useRunningClock(runs);
  const elapsed = elapsedOf(answers, step.id, now) ?? 0;
  const whole = step.seconds * 1000;
  const isOver = elapsed >= whole;
  const keys = runKeys(step.id);
  const halt = (ran: number) => { answer(keys.ran, ran); answer(keys.since, 0); };
  const begin = (ran: number) => {
    answer(keys.ran, ran);
    answer(keys.since, Date.now());
  };
  useEffect(() => {
    if (!runs || !isOver) return;
    // It stands as long as it really ran, so that time spent elsewhere is told from time spent here.
    answer(keys.ran, elapsed);
    answer(keys.since, 0);
  }, [runs, isOver, elapsed, answer, keys.ran, keys.since]);
  const left = timeLeft(step.seconds, elapsed);
  const begun = elapsed > 0 || runs;
  const line = begun && !isOver ? words.stages?.[stageAt(step, elapsed)] : undefined;
  const spoken = useStageVoice(runs && !isOver ? line : isOver && begun ? t('timer.done') : undefined, words.stages?.[step.stages[0] ?? '']);
  return (
    <Stack gap="md">
      {words.hint !== undefined && <p className="ui-hint">{words.hint}</p>}
      {spoken.canSpeak && <Checkbox label={t('timer.aloud')} checked={spoken.isOn} onChange={spoken.setIsOn} />}
      {step.pace === 'breath' && <PaceBreath elapsed={elapsed} runs={runs && !isOver} />}
      {step.pace === 'wave' && <PaceWave share={Math.min(elapsed / whole, 1)} />}
      <p className="practice-stage" role="status">{line ?? ''}</p>
      {isOver && <Notice tone="good" live="polite">{elapsed > whole + AWAY ? t('timer.away') : t('timer.done')}</Notice>}
      <Row justify="center">
        <span className="practice-left" role="timer">{t('timer.left', { time: `${String(left.minutes)}:${String(left.seconds).padStart(2, '0')}` })}</span>
        {isOver && <Button icon={RotateCcw} onClick={() => { begin(0); }}>{t('timer.again')}</Button>}
        {!isOver && runs && <Button icon={Pause} onClick={() => { halt(elapsed); }}>{t('timer.pause')}</Button>}
        {!isOver && !runs && <Button kind="primary" size="large" icon={Play} onClick={() => { begin(elapsed); }}>{begun ? t('timer.goOn') : t('timer.start')}</Button>}
      </Row>
    </Stack>
  );
}
