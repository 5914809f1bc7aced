import { lazy, Suspense, type ComponentType } from 'react';
import type { FeatureScreenProps } from '../door/feature-door.ts';
import { ErrorBoundary } from './error-screen.tsx';
import { features, type FeatureRoute } from './features.ts';
import { HomeScreen } from './home-screen.tsx';
import { Loading } from './loading.tsx';
import { currentRoute, goBack, goHome, goTo, replaceWith, useRoutes } from './route.ts';

const MyTabletScreen = lazy(async () => ({ default: (await import('./my-tablet-screen.tsx')).MyTabletScreen }));
const RecoveryScreen = lazy(async () => ({ default: (await import('../recovery/screens/recovery-screen.tsx')).RecoveryScreen }));
const ActNowScreen = lazy(async () => ({ default: (await import('../features/selfhelp/screens/act-now-screen.tsx')).ActNowScreen }));

/** The screen of the place one is at. */
export function SignedInScreens() {
  const route = useRoutes(currentRoute);
  return (
    <ErrorBoundary placeKey={JSON.stringify(route)}>
      <Suspense fallback={<Loading />}>
        <Place />
      </Suspense>
    </ErrorBoundary>
  );
}

function Place() {
  const route = useRoutes(currentRoute);
  switch (route.place) {
    case 'home':
      return <HomeScreen />;
    case 'act-now':
      return (
        <ActNowScreen
          onBack={goBack}
          speaksFor="person"
          onPlan={() => { goTo({ place: 'selfhelp', at: { screen: 'measures', view: 'safety-plan' } }); }}
          onTechnique={(technique) => { goTo({ place: 'selfhelp', at: { screen: 'toolbox', technique } }); }}
        />
      );
    case 'tablet':
      return <MyTabletScreen />;
    case 'recovery':
      return <RecoveryScreen start={route.start} onBack={goBack} />;
    default:
      return <FeaturePlace route={route} />;
  }
}

function FeaturePlace({ route }: { readonly route: FeatureRoute }) {
  const { place, at } = route;
  // The route came from this feature's own `go`, so its screen takes it; a union of components loses that.
  const Screen = features[place].Screen as ComponentType<FeatureScreenProps<unknown>>;
  return (
    <Screen
      key={JSON.stringify(at)}
      route={at}
      go={(next) => { goTo({ place, at: next } as FeatureRoute); }}
      replace={(next) => { replaceWith({ place, at: next } as FeatureRoute); }}
      back={goBack}
      home={goHome}
      actNow={() => { goTo({ place: 'act-now' }); }}
    />
  );
}
