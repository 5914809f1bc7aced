import { ClipboardList } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { compareScores, sensibleAgainAt } from '#protocol/selfhelp/measures/compare-scores.ts';
import type { Instrument } from '#protocol/selfhelp/measures/instrument.ts';
import { useWhen } from '../../../text/use-when.ts';
import { Button } from '../../../ui/button.tsx';
import { Page } from '../../../ui/page.tsx';
import { Row } from '../../../ui/row.tsx';
import { Section } from '../../../ui/section.tsx';
import { Spinner } from '../../../ui/spinner.tsx';
import { listRecords } from '../queries.ts';
import type { SelfhelpScreenProps } from '../selfhelp-route.ts';
import { useDiary } from '../use-diary.ts';
import { MeasureChart } from './measure-chart.tsx';
import { useMeasureWords } from './measure-list-screen.tsx';
import { MeasureResult } from './measure-result.tsx';
import { lastWholeAt, newestLine, resultsOf } from './past-result.ts';

type MeasureResultsScreenProps = SelfhelpScreenProps & { readonly instrument: Instrument };

/** What came out last, and over time. Scores are worked out whenever they are shown: nothing but answers is stored. */
export function MeasureResultsScreen({ instrument, go, back, actNow }: MeasureResultsScreenProps) {
  const { t } = useTranslation('measures');
  const { date } = useWhen();
  const { name } = useMeasureWords(instrument);
  const [now] = useState(() => Date.now());
  const records = useDiary((database) => listRecords(database, 'measure'), []);
  if (records === undefined) return <Spinner word={t('frame.loading', { ns: 'app' })} size="lg" block />;
  const all = resultsOf(instrument, records);
  const [last] = all;
  const results = newestLine(all);
  const before = results.slice(1).find(({ dated }) => dated.scored.state === 'complete');
  const again = sensibleAgainAt(instrument, lastWholeAt(results), now);
  const fill = () => { go({ screen: 'measures', instrument: instrument.id }); };
  return (
    <Page
      title={`${name} (${instrument.name})`}
      back={{ word: t('title'), onClick: back }}
      width="wide"
      focusTitle
      footer={<Row><Button kind={again === undefined ? 'primary' : 'secondary'} icon={ClipboardList} onClick={fill}>{t('result.fill')}</Button></Row>}
    >
      {last === undefined && <p>{t('never')}</p>}
      {last !== undefined && (
        <Section title={t('result.title')} hint={t('last', { date: date(last.at) })}>
          <MeasureResult instrument={instrument} dated={last.dated} actNow={actNow} onFollowUp={(id) => { go({ screen: 'measures', instrument: id }); }} />
          {before !== undefined && <p>{t(`result.change.${compareScores(instrument, before.dated, last.dated)}`, { date: date(before.at) })}</p>}
        </Section>
      )}
      {again !== undefined && <p>{t('notYet', { count: instrument.recall.days > 0 ? instrument.recall.days : instrument.recall.again, date: date(again) })}</p>}
      {results.length > 0 && <MeasureChart instrument={instrument} results={results} />}
    </Page>
  );
}
