import { RotateCcw } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../../ui/button.tsx';
import { MessageBubble } from '../../../../ui/message-bubble.tsx';
import { Notice } from '../../../../ui/notice.tsx';
import { Stack } from '../../../../ui/stack.tsx';
import { talkAt } from '../rules.ts';
import type { StepProps } from './step-props.ts';
import { picksOf } from './text-of.ts';

const TONES = { good: 'good', mixed: 'info', hard: 'attention' } as const;

/** A talk that goes where one's own words lead it, to the end, and again. */
export function TalkStep({ step, words, answers, answer }: StepProps<'talk'>) {
  const { t } = useTranslation('toolbox');
  const said = picksOf(answers[step.id]);
  const { turns, node, at } = talkAt(step, said);
  const latest = useRef<HTMLDivElement>(null);
  const shown = useRef(said.length);
  useEffect(() => {
    // The button that was pressed is gone: the focus goes to the reply, so that a screen reader says it.
    if (shown.current !== said.length) latest.current?.focus();
    shown.current = said.length;
  }, [said.length]);
  return (
    <Stack gap="md">
      {words.hint !== undefined && <p className="practice-line">{words.hint}</p>}
      <div className="practice-talk">
        {turns.map((turn) => (
          <div key={turn.node} className="practice-turn">
            <MessageBubble side="theirs" who={t('talk.other')}>{words.says?.[turn.node]}</MessageBubble>
            <MessageBubble side="mine" who={t('talk.you')}>{words.options?.[turn.choice]}</MessageBubble>
          </div>
        ))}
        <div ref={latest} tabIndex={-1} className="practice-turn">
          {'end' in at ? (
            <Notice tone={TONES[at.end]} title={t('talk.end')}>{words.says?.[node]}</Notice>
          ) : (
            <MessageBubble side="theirs" who={t('talk.other')}>{words.says?.[node]}</MessageBubble>
          )}
        </div>
      </div>
      {'end' in at ? (
        <Button icon={RotateCcw} onClick={() => { answer(step.id, []); }}>{t('talk.again')}</Button>
      ) : (
        <div role="group" aria-label={t('talk.say')} className="practice-choices">
          <p className="ui-label" aria-hidden>{t('talk.say')}</p>
          {at.choices.map(({ id }) => (
            <Button key={id} block onClick={() => { answer(step.id, [...turns.map((turn) => turn.choice), id]); }}>{words.options?.[id]}</Button>
          ))}
        </div>
      )}
    </Stack>
  );
}
