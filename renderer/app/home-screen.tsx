import { HeartHandshake, Tablet } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePerson } from '../session/use-person.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { Section } from '../ui/section.tsx';
import { Tile } from '../ui/tile.tsx';
import { TileGrid } from '../ui/tile-grid.tsx';
import { featureNames, features, type FeatureName, type FeatureRoute } from './features.ts';
import { useLine } from './line-store.ts';
import { goTo } from './route.ts';
import { useOwnFilesKept } from './use-own-files-kept.ts';

const RecoveryAsk = lazy(async () => ({ default: (await import('../recovery/screens/recovery-ask.tsx')).RecoveryAsk }));

/** Where everything starts: what is next to do, and the places to go. */
export function HomeScreen() {
  const { t } = useTranslation('app');
  const { displayName } = usePerson();
  return (
    <Page title={t('home.hello', { name: displayName })} lead={t(useOwnFilesKept() ? 'home.lead' : 'home.fetching')} width="wide" focusTitle>
      <TurnedAway />
      <WrongTries />
      <Suspense><RecoveryAsk onOpen={(start) => { goTo({ place: 'recovery', start }); }} /></Suspense>
      <TileGrid label={t('home.places')}>
        {featureNames.map((name) => <FeatureTile key={name} name={name} />)}
        <Tile icon={HeartHandshake} hue="rose" word={t('place.actNow')} status={t('hint.actNow')} onClick={() => { goTo({ place: 'act-now' }); }} />
        <Tile icon={Tablet} hue="teal" word={t('place.tablet')} status={t('hint.tablet')} onClick={() => { goTo({ place: 'tablet' }); }} />
      </TileGrid>
      <Section title={t('home.next')}>
        <div className="home-next">
          {featureNames.map((name) => <FeatureNext key={name} name={name} />)}
          <p className="home-all-done">{t('home.allDone')}</p>
        </div>
      </Section>
    </Page>
  );
}

function FeatureTile({ name }: { readonly name: FeatureName }) {
  const { t } = useTranslation('app');
  const { icon, hue, TileStatus } = features[name];
  const hint = t(`hint.${name}`);
  return (
    <Tile
      icon={icon}
      hue={hue}
      word={t(`place.${name}`)}
      status={<Suspense fallback={hint}><TileStatus fallback={hint} /></Suspense>}
      onClick={() => { goTo(firstPlace(name)); }}
    />
  );
}

function FeatureNext({ name }: { readonly name: FeatureName }) {
  const { HomeNext } = features[name];
  return (
    <Suspense>
      <HomeNext go={(at) => { goTo(placeIn(name, at)); }} />
    </Suspense>
  );
}

/** The first place of a feature, for its tile. */
function firstPlace(name: FeatureName): FeatureRoute {
  return placeIn(name, features[name].firstRoute);
}

/** Name and place always come from the same door, which the types cannot see across a union. */
function placeIn(name: FeatureName, at: unknown): FeatureRoute {
  return { place: name, at } as FeatureRoute;
}

/** Staff switched the tablet off: everything on it still works, nothing goes out, and the person is told both. */
function TurnedAway() {
  const { t } = useTranslation('app');
  const turnedAway = useLine((line) => line.turnedAway);
  return turnedAway === null ? null : <Notice tone="danger" live="polite">{t('contact.off')}</Notice>;
}

/** Somebody may have been guessing: told once, after signing in (security.md 5.J137). */
function WrongTries() {
  const { t } = useTranslation('app');
  const { failuresSinceSignIn } = usePerson();
  const [seen, setSeen] = useState(false);
  if (failuresSinceSignIn === 0 || seen) return null;
  return (
    <Notice
      tone="attention"
      title={t('tries', { count: failuresSinceSignIn })}
      live="polite"
      actions={<Button onClick={() => { setSeen(true); }}>{t('ok')}</Button>}
    >
      {t('triesHelp')}
    </Notice>
  );
}
