import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Spinner } from '../../../ui/spinner.tsx';
import { loadNewest } from '../queries.ts';
import { selfhelpParts, type PartName } from '../selfhelp-parts.ts';
import type { SelfhelpScreenProps } from '../selfhelp-route.ts';
import { useDiary } from '../use-diary.ts';
import { CheckInScreen } from './check-in-screen.tsx';
import { DiaryScreen } from './diary-screen.tsx';
import { HistoryScreen } from './history-screen.tsx';
import { SelfhelpHome } from './selfhelp-home.tsx';
import { WelcomeScreen } from './welcome-screen.tsx';
import { WhoSeesScreen } from './who-sees-screen.tsx';
import './diary.css';

const MapScreen = lazy(async () => ({ default: (await import('../balance-map/map-screen.tsx')).MapScreen }));
const MapEditScreen = lazy(async () => ({ default: (await import('../balance-map/map-edit-screen.tsx')).MapEditScreen }));
const MapChangesScreen = lazy(async () => ({ default: (await import('../balance-map/map-changes-screen.tsx')).MapChangesScreen }));
const PlansScreen = lazy(async () => ({ default: (await import('../plans/plans-screen.tsx')).PlansScreen }));
const PlanScreen = lazy(async () => ({ default: (await import('../plans/plan-screen.tsx')).PlanScreen }));
const PlacesScreen = lazy(async () => ({ default: (await import('../plans/places-screen.tsx')).PlacesScreen }));
const ReleaseScreen = lazy(async () => ({ default: (await import('../plans/release-screen.tsx')).ReleaseScreen }));
const ReachedScreen = lazy(async () => ({ default: (await import('../achievements/reached-screen.tsx')).ReachedScreen }));
const ChooseScreen = lazy(async () => ({ default: (await import('../versions/choose-screen.tsx')).ChooseScreen }));

/** All screens of self-help; the route says which. Nothing is asked before the welcome was read. */
export function SelfhelpScreen(props: SelfhelpScreenProps) {
  const { t } = useTranslation('app');
  const profile = useDiary(async (database) => (await loadNewest(database, 'profile')) ?? null, []);
  if (profile === undefined) return <Spinner word={t('frame.loading')} size="lg" block />;
  if ((profile?.record.body.welcomedAt ?? null) === null) return <WelcomeScreen {...props} />;
  return (
    <Suspense fallback={<Spinner word={t('frame.loading')} size="lg" block />}>
      <Place {...props} />
    </Suspense>
  );
}

function Place(props: SelfhelpScreenProps) {
  const { screen } = props.route;
  switch (screen) {
    case 'home':
      return <SelfhelpHome {...props} />;
    case 'diary':
      return <DiaryScreen {...props} />;
    case 'check-in':
      return <CheckInScreen {...props} />;
    case 'history':
      return <HistoryScreen {...props} />;
    case 'who-sees':
      return <WhoSeesScreen {...props} />;
    case 'map':
      return <MapScreen {...props} />;
    case 'map-edit':
      return <MapEditScreen {...props} />;
    case 'map-changes':
      return <MapChangesScreen {...props} />;
    case 'plans':
      return <PlansScreen {...props} />;
    case 'plan':
      return <PlanScreen {...props} />;
    case 'places':
      return <PlacesScreen {...props} />;
    case 'release':
      return <ReleaseScreen {...props} />;
    case 'choose':
      return <ChooseScreen {...props} />;
    case 'reached':
      return <ReachedScreen {...props} />;
    case 'toolbox':
    case 'measures':
    case 'sharing':
      return <PartScreen name={screen} {...props} />;
  }
}

/** A part with a folder of its own; the way to one that has no screen leads home. */
function PartScreen({ name, ...props }: SelfhelpScreenProps & { readonly name: PartName }) {
  const { Screen } = selfhelpParts[name];
  return Screen === undefined ? <SelfhelpHome {...props} /> : <Screen {...props} />;
}
