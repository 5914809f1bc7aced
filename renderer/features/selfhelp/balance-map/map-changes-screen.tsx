import { ArrowRight, Pause, Play } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWhen } from '../../../text/use-when.ts';
import { Button } from '../../../ui/button.tsx';
import { Page } from '../../../ui/page.tsx';
import { Row } from '../../../ui/row.tsx';
import { Section } from '../../../ui/section.tsx';
import { Select } from '../../../ui/select.tsx';
import { Spinner } from '../../../ui/spinner.tsx';
import { listRecords } from '../queries.ts';
import type { SelfhelpScreenProps } from '../selfhelp-route.ts';
import type { KeptOf } from '../tables.ts';
import { noonOf, useDiary } from '../use-diary.ts';
import { ChangeList } from './change-list.tsx';
import { MapDiagram } from './map-diagram.tsx';
import './map.css';

type Version = KeptOf<'map'>;

/** How long a version is shown in the film, in milliseconds. */
const FRAME = 1800;

/** How the map has changed: two versions side by side, and all of them as a film. */
export function MapChangesScreen({ back }: SelfhelpScreenProps) {
  const { t } = useTranslation(['balance', 'app']);
  const maps = useDiary((database) => listRecords(database, 'map'), []);
  if (maps === undefined) return <Spinner word={t('frame.loading', { ns: 'app' })} size="lg" block />;
  const oldestFirst = [...maps].reverse();
  return (
    <Page title={t('changes.title')} lead={t('changes.lead', { count: maps.length })} back={{ word: t('title'), onClick: back }} width="wide" focusTitle>
      {oldestFirst.length > 1 ? (
        <>
          <SideBySide versions={oldestFirst} />
          <MapFilm versions={oldestFirst} />
        </>
      ) : <p>{t('changes.one')}</p>}
    </Page>
  );
}

function SideBySide({ versions }: { readonly versions: readonly Version[] }) {
  const { t } = useTranslation('balance');
  const name = useVersionNames(versions);
  const [left, setLeft] = useState(0);
  const [right, setRight] = useState(versions.length - 1);
  const [before, after] = [versions[left], versions[right]];
  const options = versions.map((version, place) => ({ value: String(place), label: name(version) }));
  if (before === undefined || after === undefined) return null;
  return (
    <Section title={t('changes.beside')}>
      <div className="map-pair">
        <div>
          <Select label={t('changes.earlier')} value={String(left)} onChange={(value) => { setLeft(Number(value)); }} options={options} />
          <MapDiagram map={before.record.body} label={name(before)} />
        </div>
        <div>
          <Select label={t('changes.later')} value={String(right)} onChange={(value) => { setRight(Number(value)); }} options={options} />
          <MapDiagram map={after.record.body} label={name(after)} />
        </div>
      </div>
      <ChangeList before={before.record.body} after={after.record.body} />
    </Section>
  );
}

/** One version after another. It runs only when asked, and not at all by itself where motion is not wanted: then it is turned by hand. */
function MapFilm({ versions }: { readonly versions: readonly Version[] }) {
  const { t } = useTranslation('balance');
  const name = useVersionNames(versions);
  const [place, setPlace] = useState(0);
  const [running, setRunning] = useState(false);
  const last = versions.length - 1;
  useEffect(() => {
    if (!running) return undefined;
    const timer = setTimeout(() => { if (place < last) setPlace(place + 1); else setRunning(false); }, FRAME);
    return () => { clearTimeout(timer); };
  }, [running, place, last]);
  const start = () => {
    setPlace(0);
    setRunning(!wantsNoMotion());
  };
  const shown = versions[place];
  if (shown === undefined) return null;
  return (
    <Section
      title={t('changes.film')}
      actions={
        <Row>
          {running ? <Button icon={Pause} onClick={() => { setRunning(false); }}>{t('changes.stop')}</Button> : <Button icon={Play} onClick={start}>{t('changes.play')}</Button>}
          <Button icon={ArrowRight} onClick={() => { setRunning(false); setPlace(place < last ? place + 1 : 0); }}>{t('changes.turn')}</Button>
        </Row>
      }
    >
      <p role="status" className="map-ask">{name(shown)}</p>
      <div className="map-film"><MapDiagram map={shown.record.body} label={name(shown)} /></div>
    </Section>
  );
}

function useVersionNames(versions: readonly Version[]): (version: Version) => string {
  const { t } = useTranslation('balance');
  const { date } = useWhen();
  return (version) => t('changes.version', { number: versions.indexOf(version) + 1, date: date(noonOf(version.record.day)) });
}

function wantsNoMotion(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}
