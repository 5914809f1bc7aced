import { LogOut } from 'lucide-react';
import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../renderer/ui/button.tsx';
import { Page } from '../../renderer/ui/page.tsx';
import { Spinner } from '../../renderer/ui/spinner.tsx';
import { doneSchema, familySessionSchema, type FamilySession } from '../family-api.ts';
import { callFamily, onSignedOut, type CallFailure } from './call-family.ts';
import { forgetDrafts } from './drafts.ts';
import { FailureNotice } from './failure-notice.tsx';
import { forgetOwnWords } from './own-words.ts';
import { addressOf, goTo, usePlace, type Place } from './place.ts';
import { PortalFrame } from './portal-frame.tsx';
import { AddPersonScreen } from './screens/add-person-screen.tsx';
import { CertificateScreen } from './screens/certificate-screen.tsx';
import { JoinScreen } from './screens/join-screen.tsx';
import { PeopleScreen } from './screens/people-screen.tsx';
import { SignInScreen } from './screens/sign-in-screen.tsx';
import { WelcomeScreen } from './screens/welcome-screen.tsx';
import { ThreadScreen } from './screens/thread-screen.tsx';
import { SentScreen } from './screens/sent-screen.tsx';

// Sealing is a third of the program, and nobody needs it before they write.
const WriteScreen = lazy(() =>
  import('./screens/write-screen.tsx').then(({ WriteScreen: Screen }) => ({ default: Screen })),
);

type Who = 'loading' | 'nobody' | FamilySession | { readonly failure: CallFailure };

/** Decides what is shown: who is signed in, and where they are. */
export function PortalRoot() {
  const { t } = useTranslation('portal');
  const [who, setWho] = useState<Who>('loading');
  const place = usePlace();
  const ask = useCallback(() => {
    void callFamily({ method: 'GET', path: '/session', reply: familySessionSchema }).then((answer) => {
      setWho(answer.ok ? answer.value : answer.error.code === 'not-signed-in' ? 'nobody' : { failure: answer.error });
    });
  }, []);
  useEffect(ask, [ask]);
  const leave = useCallback(() => {
    forgetDrafts();
    forgetOwnWords();
    setWho('nobody');
  }, []);
  useEffect(() => onSignedOut(leave), [leave]);
  const address = addressOf(place);
  useEffect(() => {
    // Each place begins at its top, as a page would.
    window.scrollTo(0, 0);
  }, [address, who]);
  const signOut = async (): Promise<void> => {
    await callFamily({ method: 'DELETE', path: '/session', reply: doneSchema });
    leave();
    goTo({ name: 'home' });
  };
  const signedIn = typeof who === 'object' && 'people' in who;
  return (
    <PortalFrame
      foot={!['thread', 'write'].includes(place.name) || !signedIn}
      end={
        signedIn && (
          <Button kind="quiet" size="small" icon={LogOut} onClick={() => void signOut()}>
            {t('people.signOut')}
          </Button>
        )
      }
    >
      <Suspense fallback={<Spinner word={t('loading')} block />}>
        {place.name !== 'certificate' && who === 'loading' && <Spinner word={t('loading')} block size="lg" />}
        {place.name === 'certificate' && <CertificateScreen />}
        {place.name !== 'certificate' && who === 'nobody' && <OutsideScreens place={place} onSignedIn={setWho} />}
        {place.name !== 'certificate' && signedIn && <InsideScreens place={place} onSession={setWho} />}
        {place.name !== 'certificate' && typeof who === 'object' && 'failure' in who && (
          <Page title={t('product')} width="narrow">
            <FailureNotice failure={who.failure} onAgain={ask} />
          </Page>
        )}
      </Suspense>
    </PortalFrame>
  );
}

type SetSession = (session: FamilySession) => void;

function OutsideScreens({ place, onSignedIn }: { readonly place: Place; readonly onSignedIn: SetSession }) {
  const enter = (session: FamilySession): void => {
    onSignedIn(session);
    goTo({ name: 'home' }, 'replace');
  };
  if (place.name === 'join') return <JoinScreen onSignedIn={enter} />;
  if (place.name === 'sign-in' || 'contactId' in place) return <SignInScreen onSignedIn={onSignedIn} />;
  return <WelcomeScreen />;
}

function InsideScreens({ place, onSession }: { readonly place: Place; readonly onSession: SetSession }) {
  switch (place.name) {
    case 'thread':
      return <ThreadScreen contactId={place.contactId} key={place.contactId} />;
    case 'write':
      return <WriteScreen contactId={place.contactId} key={place.contactId} />;
    case 'sent':
      return <SentScreen contactId={place.contactId} key={place.contactId} />;
    case 'add':
      return <AddPersonScreen onSession={onSession} />;
    default:
      return <PeopleScreen />;
  }
}
