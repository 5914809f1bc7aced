import { Film, Map as MapIcon, Pencil } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Area } from '#protocol/selfhelp/schema.ts';
import { Listen } from '../../../speech/listen.tsx';
import { useWhen } from '../../../text/use-when.ts';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Page } from '../../../ui/page.tsx';
import { Row } from '../../../ui/row.tsx';
import { Section } from '../../../ui/section.tsx';
import { Spinner } from '../../../ui/spinner.tsx';
import { Split } from '../../../ui/split.tsx';
import { listRecords } from '../queries.ts';
import type { SelfhelpScreenProps } from '../selfhelp-route.ts';
import { noonOf, useDiary } from '../use-diary.ts';
import { MapDiagram } from './map-diagram.tsx';
import { AreaCard, MapList } from './map-list.tsx';
import './map.css';

/** The newest version of the map: a drawing to touch, and the same as a list. */
export function MapScreen({ go, back }: SelfhelpScreenProps) {
  const { t } = useTranslation(['balance', 'programme', 'app']);
  const { date } = useWhen();
  const [open, setOpen] = useState<Area | null>(null);
  const maps = useDiary((database) => listRecords(database, 'map'), []);
  if (maps === undefined) return <Spinner word={t('frame.loading', { ns: 'app' })} size="lg" block />;
  const newest = maps[0]?.record;
  const edit = () => { go({ screen: 'map-edit' }); };
  if (newest === undefined) {
    return (
      <Page title={t('title')} lead={t('lead')} back={{ word: t('title', { ns: 'programme' }), onClick: back }} actions={<Listen says={[t('title'), t('lead'), t('none'), t('what')]} />} focusTitle>
        <EmptyState picture="diary" title={t('none')} action={<Button kind="primary" size="large" icon={MapIcon} onClick={edit}>{t('begin')}</Button>}>
          <p>{t('what')}</p>
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page
      title={t('title')}
      lead={t('asOf', { date: date(noonOf(newest.day)) })}
      back={{ word: t('title', { ns: 'programme' }), onClick: back }}
      width="wide"
      focusTitle
      actions={
        <Row>
          {maps.length > 1 && <Button icon={Film} onClick={() => { go({ screen: 'map-changes' }); }}>{t('changes.open')}</Button>}
          <Button kind="primary" icon={Pencil} onClick={edit}>{t('edit')}</Button>
        </Row>
      }
    >
      <Split side={open === null ? <p className="ui-hint">{t('touch')}</p> : <AreaCard map={newest.body} area={open} />}>
        <MapDiagram map={newest.body} label={t('title')} chosen={open} onPress={(area) => { setOpen(area === open ? null : area); }} />
        <p className="ui-hint">{t('ownRating')}</p>
      </Split>
      <Section title={t('asList')}>
        <MapList map={newest.body} />
      </Section>
    </Page>
  );
}
