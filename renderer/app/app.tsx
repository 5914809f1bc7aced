import { Activity, lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLock, lockScreen } from '../session/lock-store.ts';
import { LockScreen } from '../session/screens/lock-screen.tsx';
import { StartScreen } from '../session/screens/start-screen.tsx';
import { useSessionActions } from '../session/session-actions-context.ts';
import { useSession } from '../session/session-store.ts';
import { watchIdle } from '../session/watch-idle.ts';
import { Spinner } from '../ui/spinner.tsx';
import { ErrorBoundary } from './error-screen.tsx';
import { Frame } from './frame.tsx';
import { goTo } from './route.ts';
import { SignedInScreens } from './signed-in-screens.tsx';

const EnrolScreen = lazy(async () => ({ default: (await import('../session/screens/enrol-screen.tsx')).EnrolScreen }));
const SignInScreen = lazy(async () => ({ default: (await import('../session/screens/sign-in-screen.tsx')).SignInScreen }));
const FirstSignInScreen = lazy(async () => ({ default: (await import('../session/screens/first-sign-in-screen.tsx')).FirstSignInScreen }));
const ActNowScreen = lazy(async () => ({ default: (await import('../features/selfhelp/screens/act-now-screen.tsx')).ActNowScreen }));

/** The whole page: who is here decides what is shown. */
export function App() {
  const state = useSession((store) => store.session.state);
  if (state === 'signed-in') return <SignedIn />;
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
          {at === 'act-now' && <ActNowScreen onBack={toStart} />}
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

function SignedIn() {
  const { signOut } = useSessionActions();
  const locked = useLock((store) => store.lock !== 'open');
  useEffect(
    () => watchIdle({ lock: () => { lockScreen('idle'); }, signOut: () => { void signOut(); } }),
    [signOut],
  );
  return (
    <>
      {/* Hidden, not thrown away: what was half written is there after the PIN. Effects stop, so a course view closes. */}
      <Activity mode={locked ? 'hidden' : 'visible'}>
        <Frame onSignOut={() => { void signOut(); }} onActNow={() => { goTo({ place: 'act-now' }); }}>
          <SignedInScreens />
        </Frame>
      </Activity>
      {locked && <Locked />}
    </>
  );
}

function Locked() {
  const [actNow, setActNow] = useState(false);
  return (
    <Frame onActNow={() => { setActNow(true); }}>
      <Suspense fallback={<Loading />}>
        {actNow ? <ActNowScreen onBack={() => { setActNow(false); }} /> : <LockScreen onActNow={() => { setActNow(true); }} />}
      </Suspense>
    </Frame>
  );
}

function Loading() {
  const { t } = useTranslation('app');
  return <Spinner word={t('frame.loading')} size="lg" block />;
}
