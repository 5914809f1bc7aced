import { HeartHandshake, HelpCircle, Lock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { substances, type Instrument } from '#protocol/selfhelp/measures/instrument.ts';
import { Listen } from '../../../speech/listen.tsx';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Grid } from '../../../ui/grid.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Page } from '../../../ui/page.tsx';
import { RadioCards } from '../../../ui/radio-cards.tsx';
import { Row } from '../../../ui/row.tsx';
import { Split } from '../../../ui/split.tsx';
import { AlertWords, useAlertSentences } from './alert-words.tsx';
import { canBegin, EMPTY_FORM, type MeasureForm } from './measure-form.ts';
import { useMeasureWords } from './measure-list-screen.tsx';

type MeasureBeforeProps = {
  readonly instrument: Instrument;
  readonly form: MeasureForm;
  readonly onChange: (form: MeasureForm) => void;
  readonly onBegin: (form: MeasureForm) => void;
  readonly onBack: () => void;
};

/** What it asks about, who sees it, and what happens at a worrying answer: all of it before the first question. */
export function MeasureBefore({ instrument, form, onChange, onBegin, onBack }: MeasureBeforeProps) {
  const { t, i18n } = useTranslation('measures');
  const worry = useAlertSentences();
  const { name, asks } = useMeasureWords(instrument);
  const begun = form.at !== null && Object.keys(form.answers).length > 0;
  const ready = canBegin(instrument, form);
  const worrying = instrument.risks.length > 0;
  const says = [name, asks, t('before.who'), t('before.whoBody'), ...(worrying ? [t('before.worry'), ...worry] : [])];
  const facts = (
    <>
      <Card icon={HelpCircle} title={t('before.asks')}><p>{asks}</p><p>{t('questions', { count: instrument.items.length })}</p></Card>
      <Card icon={Lock} title={t('before.who')}><p>{t('before.whoBody')}</p></Card>
    </>
  );
  return (
    <Page
      title={`${name} (${instrument.name})`}
      lead={asks}
      back={{ word: t('title'), onClick: onBack }}
      width="wide"
      focusTitle
      actions={<Listen says={says} />}
      footer={
        <Row>
          <Button kind="primary" size="large" disabled={!ready} onClick={() => { onBegin(form); }}>{begun ? t('before.goOn') : t('before.start')}</Button>
          {begun && <Button onClick={() => { onChange({ ...EMPTY_FORM, window: form.window, substance: form.substance }); }}>{t('before.anew')}</Button>}
        </Row>
      }
    >
      {instrument.language !== i18n.language && <Notice tone="info">{t('englishOnly')}</Notice>}
      {/* What is sent to staff stands first and widest: nobody should have to look for it. */}
      {worrying ? <Split side={facts}><Card icon={HeartHandshake} title={t('before.worry')}><AlertWords /></Card></Split> : <Grid min="md">{facts}</Grid>}
      {instrument.recall.custodyWindow === 'asked' && (
        <RadioCards
          legend={t('window.legend')}
          hint={t('window.hint')}
          columns={2}
          value={form.window}
          onChange={(window) => { onChange({ ...form, window }); }}
          options={[{ value: 'before-custody', label: t('window.custody') }, { value: 'as-printed', label: t('window.printed') }]}
        />
      )}
      {instrument.perSubstance && (
        <RadioCards legend={t('substance.legend')} columns={3} value={form.substance} onChange={(substance) => { onChange({ ...form, substance }); }} options={substances.map((value) => ({ value, label: t(`substance.${value}`) }))} />
      )}
      <details className="measure-licence">
        <summary>{t('before.licence')}</summary>
        <div lang="en" dir="ltr">
          <p>{instrument.licence.attribution}</p>
          <p>{instrument.licence.notice}</p>
          {instrument.sources.map((source) => <p key={source}>{source}</p>)}
        </div>
      </details>
    </Page>
  );
}
