import { useTranslation } from 'react-i18next';
import { Button } from '../../../../renderer/ui/button.tsx';
import { Card } from '../../../../renderer/ui/card.tsx';
import { Row } from '../../../../renderer/ui/row.tsx';
import { StepDots } from '../../../../renderer/ui/step-dots.tsx';
import { Spinner } from '../../../../renderer/ui/spinner.tsx';
import { useTimeWords } from '../../../console/time-words.ts';
import { useAct } from '../../../console/use-act.ts';
import { doneSchema } from '../../../http/staff-api.ts';
import type { Draft } from '../../drafts/staff-api.ts';

const STEPS = ['import', 'check', 'build'] as const;

/** What is being done with the draft just now, since when, and how long it may take at the most. */
export function DraftWork({ draft, onChanged }: { readonly draft: Draft; readonly onChanged: () => void }) {
  const { t } = useTranslation('drafts');
  const time = useTimeWords();
  const { act, busy } = useAct();
  const { work } = draft;
  const step = work?.step ?? 'waiting';
  async function cancel() {
    await act({ method: 'POST', path: `/packs/drafts/${draft.draftId}/cancel`, reply: doneSchema });
    onChanged();
  }
  return (
    <Card tone="outline">
      <Row justify="between" align="center">
        <Spinner word={step === 'waiting' ? t('workWaiting', { count: work?.ahead ?? 0 }) : t(`work.${step}`)} />
        {step === 'waiting' ? null : <StepDots current={STEPS.indexOf(step) + 1} count={STEPS.length} text={t('stepOf', { step: STEPS.indexOf(step) + 1, steps: STEPS.length })} />}
        <span>{work === null || step === 'waiting' ? null : t('workSince', { time: time.clock(work.since), minutes: Math.round(work.limitSeconds / 60) })}</span>
        <Button kind="quiet" busy={busy} onClick={() => void cancel()}>{t('cancelWork')}</Button>
      </Row>
    </Card>
  );
}
