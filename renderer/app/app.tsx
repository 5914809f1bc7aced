import { lazy, Suspense, useState } from 'react';
import { StartScreen } from '../session/screens/start-screen.tsx';
import { useSession } from '../session/session-store.ts';
import { ErrorBoundary } from './error-screen.tsx';
import { Frame } from './frame.tsx';
import { Loading } from './loading.tsx';

const SignedIn = lazy(async () => ({ default: (await import('./signed-in.tsx')).SignedIn }));
const EnrolScreen = lazy(async () => ({ default: (await import('../session/screens/enrol-screen.tsx')).EnrolScreen }));
const SignInScreen = lazy(async () => ({ default: (await import('../session/screens/sign-in-screen.tsx')).SignInScreen }));
const FirstSignInScreen = lazy(async () => ({ default: (await import('../session/screens/first-sign-in-screen.tsx')).FirstSignInScreen }));
const ActNowScreen = lazy(async () => ({ default: (await import('../features/selfhelp/screens/act-now-screen.tsx')).ActNowScreen }));

/** The whole page: who is here decides what is shown. */
export function App() {
  const state = useSession((store) => store.session.state);
  if (state === 'signed-in') return <Suspense fallback={<Loading />}><SignedIn /></Suspense>;
  return <SignedOut tablet={state === 'starting' ? 'unknown' : state === 'not-enrolled' ? 'new' : 'enrolled'} />;
}

type Outside = 'start' | 'sign-in' | 'first' | 'act-now';

function SignedOut({ tablet }: { readonly tablet: 'unknown' | 'new' | 'enrolled' }) {
  const enrolled = tablet === 'enrolled';
  const [at, setAt] = useState<Outside>('start');
  const toStart = () => { setAt('start'); };
  const toActNow = () => { setAt('act-now'); };
  return (
    <Frame onActNow={toActNow}>
      <ErrorBoundary placeKey={at}>
        <Suspense fallback={<Loading />}>
          {at === 'act-now' && <ActNowScreen onBack={toStart} speaksFor="cell" />}
          {at !== 'act-now' && tablet === 'unknown' && <Loading />}
          {at !== 'act-now' && tablet === 'new' && <EnrolScreen />}
          {at === 'start' && enrolled && <StartScreen onSignIn={() => { setAt('sign-in'); }} onFirst={() => { setAt('first'); }} onActNow={toActNow} />}
          {at === 'sign-in' && enrolled && <SignInScreen onBack={toStart} onFirst={() => { setAt('first'); }} />}
          {at === 'first' && enrolled && <FirstSignInScreen onBack={toStart} />}
        </Suspense>
      </ErrorBoundary>
    </Frame>
  );
}
