import { ClipboardList, LifeBuoy } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sensibleAgainAt } from '#protocol/selfhelp/measures/compare-scores.ts';
import type { Instrument } from '#protocol/selfhelp/measures/instrument.ts';
import { Listen } from '../../../speech/listen.tsx';
import { useWhen } from '../../../text/use-when.ts';
import { Button } from '../../../ui/button.tsx';
import { List } from '../../../ui/list.tsx';
import { ListRow } from '../../../ui/list-row.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Page } from '../../../ui/page.tsx';
import { listRecords } from '../queries.ts';
import type { SelfhelpScreenProps } from '../selfhelp-route.ts';
import { useDiary } from '../use-diary.ts';
import { lastWholeAt, newestLine, resultsOf, type PastResult } from './past-result.ts';
import { shippedInstruments } from './shipped-instruments.ts';

/** Which measures there are, when each was last filled in, and when it makes sense again. */
export function MeasureListScreen({ go, back }: SelfhelpScreenProps) {
  const { t, i18n } = useTranslation('measures');
  const done = useDiary((database) => listRecords(database, 'measure'), []);
  const foreign = shippedInstruments.every((instrument) => instrument.language !== i18n.language);
  return (
    <Page title={t('title')} lead={t('lead')} back={{ word: t('item.back'), onClick: back }} width="wide" focusTitle actions={<Listen says={[t('title'), t('lead')]} />}>
      {foreign && <Notice tone="info">{t('englishOnly')}</Notice>}
      <List label={t('title')}>
        {shippedInstruments.map((instrument) => (
          <MeasureRow key={instrument.id} instrument={instrument} results={resultsOf(instrument, done ?? [])} go={go} />
        ))}
      </List>
      <List label={t('plan.title')}>
        <ListRow icon={LifeBuoy} title={t('plan.title')} detail={t('plan.lead')} actions={<Button onClick={() => { go({ screen: 'measures', view: 'safety-plan' }); }}>{t('plan.open')}</Button>} />
      </List>
    </Page>
  );
}

type MeasureRowProps = { readonly instrument: Instrument; readonly results: readonly PastResult[]; readonly go: SelfhelpScreenProps['go'] };

function MeasureRow({ instrument, results, go }: MeasureRowProps) {
  const { t } = useTranslation('measures');
  const { date } = useWhen();
  const [now] = useState(() => Date.now());
  const { name, asks } = useMeasureWords(instrument);
  const lastAt = results[0]?.at;
  const substance = results[0]?.dated.substance;
  const again = sensibleAgainAt(instrument, lastWholeAt(newestLine(results)), now);
  // Another drug may be asked about at any time, so it is said of which one this holds.
  const drug = substance === undefined ? '' : `${t(`substance.${substance}`)}: `;
  const when = lastAt === undefined ? t('never') : [t('last', { date: date(lastAt) }), ...(again === undefined ? [] : [`${drug}${t('again', { date: date(again) })}`])].join(' · ');
  return (
    <ListRow
      icon={ClipboardList}
      title={`${name} (${instrument.name})`}
      detail={<span className="measure-row"><span>{asks}</span><span>{`${t('questions', { count: instrument.items.length })} · ${when}`}</span></span>}
      actions={
        <Button onClick={() => { go({ screen: 'measures', instrument: instrument.id, ...(lastAt === undefined ? {} : { view: 'results' as const }) }); }}>
          {t('open')}
        </Button>
      }
    />
  );
}

/** A measure's name in plain words, and what it asks about. */
export function useMeasureWords(instrument: Instrument): { readonly name: string; readonly asks: string } {
  const { t } = useTranslation('measures');
  return { name: t(`about.${instrument.id}.name`), asks: t(`about.${instrument.id}.asks`) };
}
