import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answersOf, type Instrument, type InstrumentItem } from '#protocol/selfhelp/measures/instrument.ts';
import { Listen } from '../../../speech/listen.tsx';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Page } from '../../../ui/page.tsx';
import { RadioCards } from '../../../ui/radio-cards.tsx';
import { Row } from '../../../ui/row.tsx';
import { StepDots } from '../../../ui/step-dots.tsx';
import type { SaveFault } from '../actions.ts';
import { useFaultWords } from '../save-fault.tsx';
import type { DraftState } from '../use-kept-draft.ts';
import { wordingOf, type MeasureForm } from './measure-form.ts';
import { useMeasureWords } from './measure-list-screen.tsx';

type MeasureItemProps = {
  readonly instrument: Instrument;
  readonly item: InstrumentItem;
  readonly place: number;
  readonly count: number;
  readonly form: MeasureForm;
  readonly kept: DraftState;
  /** Why the form could not be saved at its end. */
  readonly fault: SaveFault['code'] | undefined;
  /** The question is being left: another press does nothing. */
  readonly busy: boolean;
  readonly onAnswer: (value: number) => void;
  readonly onNext: () => void;
  readonly onLeaveOut: () => void;
  readonly onBack: () => void;
};

/** One question in its published words, with big answers. What stands around it is in the person's language. */
export function MeasureItem({ instrument, item, place, count, form, kept, fault, busy, onAnswer, onNext, onLeaveOut, onBack }: MeasureItemProps) {
  const { t } = useTranslation('measures');
  const { name } = useMeasureWords(instrument);
  const faultWords = useFaultWords();
  const [asked, setAsked] = useState(false);
  const answers = answersOf(instrument, item);
  const chosen = form.answers[String(item.number)];
  const wording = wordingOf(item, form.substance);
  const instruction = item.counts === 'not-scored' ? undefined : instrument.instruction;
  const custody = form.window === 'before-custody';
  return (
    <Page
      title={`${name} (${instrument.name})`}
      back={{ word: t('item.back'), onClick: onBack }}
      focusTitle
      status={<StepDots count={count} current={place} text={t('item.step', { number: place, count })} />}
      actions={<Listen language={instrument.language} says={[...(instruction === undefined ? [] : [instruction]), wording, ...answers.map(({ label }) => label)]} />}
      footer={
        <Row>
          <Button kind="primary" size="large" busy={busy} onClick={() => { if (chosen === undefined) setAsked(true); else onNext(); }}>{place === count ? t('item.finish') : t('item.next')}</Button>
          <Button kind="quiet" onClick={onLeaveOut}>{t('item.leaveOut')}</Button>
          <span className="measure-kept" role="status">{kept === 'saved' ? t('item.kept') : kept === 'saving' ? t('item.keeping') : ''}</span>
        </Row>
      }
    >
      {(kept === 'full' || fault !== undefined) && <Notice tone="danger" live="assertive">{faultWords(fault ?? 'storage-full', t('item.full'))}</Notice>}
      {asked && chosen === undefined && <Notice tone="attention" live="polite">{t('choose')}</Notice>}
      {custody && <p>{t('window.custodyNote')}</p>}
      <div lang={instrument.language} dir="ltr" className="measure-item">
        {instruction !== undefined && <p className="measure-instruction">{instruction}</p>}
        <RadioCards
          legend={wording}
          value={chosen === undefined ? null : String(chosen)}
          onChange={(value) => { onAnswer(Number(value)); }}
          options={answers.map(({ value, label }) => ({ value: String(value), label }))}
        />
      </div>
    </Page>
  );
}
