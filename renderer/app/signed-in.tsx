import { Activity, lazy, Suspense, useEffect, useState } from 'react';
import { useAlerts } from '../alerts/alerts-store.ts';
import { lockScreen, useLock } from '../session/lock-store.ts';
import { LockScreen } from '../session/screens/lock-screen.tsx';
import { useSessionActions } from '../session/session-actions-context.ts';
import { watchIdle } from '../session/watch-idle.ts';
import { Frame } from './frame.tsx';
import { Loading } from './loading.tsx';
import { goTo } from './route.ts';
import { SignedInScreens } from './signed-in-screens.tsx';

const ActNowScreen = lazy(async () => ({ default: (await import('../features/selfhelp/screens/act-now-screen.tsx')).ActNowScreen }));

/** Everything for the person who is signed in, and the lock over it. */
export function SignedIn() {
  const { signOut } = useSessionActions();
  const locked = useLock((store) => store.lock !== 'open');
  useEffect(
    () => watchIdle({ lock: () => { lockScreen('idle'); }, signOut: () => { void signOut(); } }),
    [signOut],
  );
  useEffect(() => {
    useAlerts.setState({ openHelp: () => { goTo({ place: 'act-now' }); } });
    return () => { useAlerts.setState({ openHelp: undefined }); };
  }, []);
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
        {actNow ? <ActNowScreen onBack={() => { setActNow(false); }} speaksFor="cell" /> : <LockScreen onActNow={() => { setActNow(true); }} />}
      </Suspense>
    </Frame>
  );
}
