import { useTranslation } from 'react-i18next';
import type { Contact, MessageRecord } from '#protocol/messaging/schema.ts';
import { useWhen } from '../../../text/use-when.ts';
import { Timeline } from '../../../ui/timeline.tsx';
import type { Tone } from '../../../ui/tone.ts';
import { loadPolicy } from '../queries.ts';
import { messageSteps, type Step, type StepName } from '../rules.ts';
import { useLive } from './use-live.ts';

const TONES: Readonly<Record<StepName, Tone>> = {
  tablet: 'waiting',
  handed: 'moving',
  checked: 'moving',
  way: 'moving',
  delivered: 'good',
  'not-delivered': 'attention',
  stopped: 'stopped',
  returned: 'attention',
  refused: 'stopped',
};

type MessageStepsProps = { readonly message: MessageRecord; readonly contact: Contact };

/** On this tablet → handed to the prison → being checked → on its way → delivered, or stopped, because … */
export function MessageSteps({ message, contact }: MessageStepsProps) {
  const { t } = useTranslation('messaging');
  const { when } = useWhen();
  const policy = useLive(loadPolicy, []);
  const details = useStepDetails(message);
  const steps = messageSteps(message, policy?.held !== 'some');
  return (
    <Timeline
      label={t('detail.steps')}
      items={steps.map((step) => ({
        key: step.name,
        title: t(`step.${step.name}`, { name: contact.name }),
        time: step.at === undefined ? (step.state === 'next' ? t('step.notYet') : undefined) : when(step.at),
        detail: details(step),
        tone: step.state === 'next' ? 'neutral' : TONES[step.name],
        state: step.state,
      }))}
    />
  );
}

function useStepDetails(message: MessageRecord): (step: Step) => string | undefined {
  const { t } = useTranslation('messaging');
  const remark = message.remark === null ? '' : ` ${t('step.remark', { remark: message.remark })}`;
  return ({ name, state }) => {
    switch (name) {
      case 'tablet':
        return state === 'now' ? t('step.tabletNow') : undefined;
      case 'handed':
        return message.receipt === null ? undefined : t('step.receipt', { receipt: message.receipt });
      case 'checked':
        return state === 'now' ? t('step.checkedNow') : undefined;
      case 'not-delivered':
        return t('step.notDeliveredHelp');
      case 'stopped':
      case 'returned':
        return `${message.reason === null ? '' : t('step.because', { reason: t(`reason.${message.reason}`) })}${remark}`;
      case 'refused':
        return t(`refusal.${refusalKey(message.refusal)}`);
      case 'way':
      case 'delivered':
        return undefined;
    }
  };
}

const REFUSALS = ['contact-not-approved', 'contact-privileged', 'contact-restricted', 'allowance-used', 'too-long', 'empty'] as const;

/** A gateway may know more codes than this edition has words for. */
function refusalKey(code: string | null): (typeof REFUSALS)[number] | 'other' {
  return REFUSALS.find((known) => known === code) ?? 'other';
}
