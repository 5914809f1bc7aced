import { useTranslation } from 'react-i18next';
import { Timeline } from '../../../../renderer/ui/timeline.tsx';
import type { Tone } from '../../../../renderer/ui/tone.ts';
import { useTimeWords } from '../../../console/time-words.ts';
import type { DecisionEntry } from '../staff-api.ts';

const TONES: Readonly<Record<DecisionEntry['action'], Tone>> = {
  hold: 'waiting',
  release: 'good',
  refuse: 'stopped',
  stop: 'stopped',
  'propose-stop': 'attention',
  return: 'attention',
  escalate: 'moving',
  recall: 'attention',
  receipt: 'good',
  failure: 'stopped',
  appeal: 'waiting',
  uphold: 'stopped',
  overturn: 'good',
};

/** Everything that has happened to a message, with who did it. */
export function MessageHistory({ decisions }: { readonly decisions: readonly DecisionEntry[] }) {
  const { t } = useTranslation('moderation');
  const time = useTimeWords();
  return (
    <Timeline
      label={t('history')}
      items={decisions.map((entry, at) => ({
        key: String(at),
        title: t(`action.${entry.action}`, { who: entry.actor.name ?? t(`actor.${entry.actor.kind}`) }),
        time: time.full(entry.at),
        detail: [
          entry.reason === null ? undefined : t(`reason.${entry.reason}`),
          entry.desk === null ? undefined : t(`desk.${entry.desk}`),
          entry.note ?? undefined,
        ]
          .filter((part) => part !== undefined)
          .join(' · '),
        tone: TONES[entry.action],
        state: at === decisions.length - 1 ? 'now' : 'done',
      }))}
    />
  );
}
