import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Spinner } from '../../renderer/ui/spinner.tsx';
import { sessionSchema, type Session } from '../staff/staff-api.ts';
import { callApi, onSignedOut } from './call-api.ts';
import { ConsoleFrame } from './console-frame.tsx';
import { FirstAdministratorScreen } from './first-administrator-screen.tsx';
import { FIRST_ADMINISTRATOR, usePlace } from './place.ts';
import { SignInScreen } from './sign-in-screen.tsx';

/** Decides between the sign-in screen and the desk. */
export function ConsoleRoot() {
  const { t } = useTranslation('console');
  const [key] = usePlace();
  const [session, setSession] = useState<Session | 'loading' | 'nobody'>('loading');
  useEffect(() => {
    void callApi({ method: 'GET', path: '/session', reply: sessionSchema }).then((answer) => { setSession(answer.ok ? answer.value : 'nobody'); });
  }, []);
  // A session ends by itself after a while: the next call says so, and the sign-in screen comes back.
  useEffect(() => onSignedOut(() => { setSession((before) => (before === 'loading' ? before : 'nobody')); }), []);
  const leave = useCallback(() => { setSession('nobody'); }, []);
  if (session === 'loading') return <Spinner word={t('loading')} block size="lg" />;
  if (session === 'nobody' && key === FIRST_ADMINISTRATOR) return <FirstAdministratorScreen onSignedIn={setSession} />;
  if (session === 'nobody') return <SignInScreen onSignedIn={setSession} />;
  return <ConsoleFrame session={session} onSignedOut={leave} />;
}
