import { Award, ChartLine, ListChecks, Lock, NotebookPen, Waypoints } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Listen } from '../../../speech/listen.tsx';
import { Page } from '../../../ui/page.tsx';
import { Tile } from '../../../ui/tile.tsx';
import { TileGrid } from '../../../ui/tile-grid.tsx';
import { loadPageOf } from '../queries.ts';
import { selfhelpParts, type PartName } from '../selfhelp-parts.ts';
import type { SelfhelpScreenProps } from '../selfhelp-route.ts';
import { localToday, useDiary } from '../use-diary.ts';

/** The door to everything in self-help. Nothing of what somebody wrote is on it: a cellmate may look at it too. */
export function SelfhelpHome({ go, home }: SelfhelpScreenProps) {
  const { t } = useTranslation('programme');
  const done = useDiary(async (database) => (await loadPageOf(database, localToday())) !== undefined, []);
  return (
    <Page title={t('title')} lead={t('lead')} back={{ word: t('frame.home', { ns: 'app' }), onClick: home }} actions={<Listen says={[t('title'), t('lead')]} />} width="wide" focusTitle>
      <TileGrid label={t('title')}>
        <Tile icon={NotebookPen} hue="plum" word={t('home.diary')} status={done === true ? t('home.diaryDone') : t('home.diaryHint')} onClick={() => { go({ screen: 'diary' }); }} />
        <Tile icon={Waypoints} hue="teal" word={t('home.map')} status={t('home.mapHint')} onClick={() => { go({ screen: 'map' }); }} />
        <PartTile name="toolbox" go={go} />
        <Tile icon={ListChecks} hue="blue" word={t('home.plans')} status={t('home.plansHint')} onClick={() => { go({ screen: 'plans' }); }} />
        <Tile icon={ChartLine} hue="plum" word={t('home.history')} status={t('home.historyHint')} onClick={() => { go({ screen: 'history' }); }} />
        <PartTile name="measures" go={go} />
        <Tile icon={Award} hue="amber" word={t('home.reached')} status={t('home.reachedHint')} onClick={() => { go({ screen: 'reached' }); }} />
        <PartTile name="sharing" go={go} />
        <Tile icon={Lock} hue="teal" word={t('home.who')} status={t('home.whoHint')} onClick={() => { go({ screen: 'who-sees' }); }} />
      </TileGrid>
    </Page>
  );
}

/** The door to a part with a folder of its own; none while it has no screen. */
function PartTile({ name, go }: Pick<SelfhelpScreenProps, 'go'> & { readonly name: PartName }) {
  const { t } = useTranslation('programme');
  const { icon, hue, Screen } = selfhelpParts[name];
  return Screen === undefined ? null : <Tile icon={icon} hue={hue} word={t(`home.${name}`)} status={t(`home.${name}Hint`)} onClick={() => { go({ screen: name }); }} />;
}
