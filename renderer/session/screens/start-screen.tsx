import { HeartHandshake, KeyRound, Ticket } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Page } from '../../ui/page.tsx';
import { Picture } from '../../ui/picture.tsx';
import { Tile } from '../../ui/tile.tsx';
import { TileGrid } from '../../ui/tile-grid.tsx';
import { useSession } from '../session-store.ts';
import { LookControls } from './look-controls.tsx';

type StartScreenProps = {
  readonly onSignIn: () => void;
  readonly onFirst: () => void;
  readonly onActNow: () => void;
};

/** The first screen: nothing on it says who has been here. */
export function StartScreen({ onSignIn, onFirst, onActNow }: StartScreenProps) {
  const { t } = useTranslation('session');
  const tablet = useSession((store) => store.tablet);
  return (
    <Page title={t('start.title')} lead={t('start.lead')} width="wide" actions={<Picture name="door" />}>
      <TileGrid label={t('start.choices')}>
        <Tile icon={KeyRound} hue="teal" word={t('start.signIn')} status={t('start.signInHint')} onClick={onSignIn} />
        <Tile icon={Ticket} hue="amber" word={t('start.first')} status={t('start.firstHint')} onClick={onFirst} />
        <Tile icon={HeartHandshake} hue="rose" word={t('place.actNow', { ns: 'app' })} status={t('start.actNowHint')} onClick={onActNow} />
      </TileGrid>
      <LookControls />
      {tablet !== null && <p className="tablet-place">{t('start.at', tablet)}</p>}
    </Page>
  );
}
