import { EyeOff, HeartHandshake, House, LogOut, Settings2 } from 'lucide-react';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { lockScreen } from '../session/lock-store.ts';
import { Brand } from '../ui/brand.tsx';
import { Button } from '../ui/button.tsx';
import { Frame as Window } from '../ui/frame.tsx';
import { TopBar } from '../ui/top-bar.tsx';
import { ContactStatus } from './contact-status.tsx';
import { goHome, goTo, useRoutes } from './route.ts';

const LookDialog = lazy(async () => ({ default: (await import('./look-dialog.tsx')).LookDialog }));

type FrameProps = {
  /** Undefined before signing in. */
  readonly onSignOut?: (() => void) | undefined;
  readonly onActNow: () => void;
  readonly children: ReactNode;
};

/** What is at hand on every screen: help, how things stand, hiding, and the way out. */
export function Frame({ onSignOut, onActNow, children }: FrameProps) {
  const { t } = useTranslation('app');
  const isHome = useRoutes((routes) => routes.trail.length === 1);
  const signedIn = onSignOut !== undefined;
  return (
    <Window
      skipWord={t('frame.skip')}
      top={
        <TopBar
          label={t('frame.bar')}
          start={
            <>
              <Brand word={t('product')} />
              {signedIn && !isHome && <Button kind="quiet" size="small" icon={House} onClick={goHome}>{t('frame.home')}</Button>}
            </>
          }
          middle={signedIn ? <ContactStatus onOpen={() => { goTo({ place: 'tablet' }); }} /> : undefined}
          end={
            <>
              {signedIn && (
                <>
                  <LookButton />
                  <Button kind="quiet" size="small" icon={EyeOff} onClick={() => { lockScreen('by-hand'); }}>{t('frame.hide')}</Button>
                  <Button kind="quiet" size="small" icon={LogOut} onClick={onSignOut}>{t('frame.signOut')}</Button>
                </>
              )}
              <span className="act-now-place">
                <Button kind="danger" size="small" icon={HeartHandshake} onClick={onActNow}>{t('place.actNow')}</Button>
              </span>
            </>
          }
        />
      }
    >
      {children}
    </Window>
  );
}

function LookButton() {
  const { t } = useTranslation('app');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button kind="quiet" size="small" icon={Settings2} onClick={() => { setOpen(true); }}>{t('frame.look')}</Button>
      {open && (
        <Suspense>
          <LookDialog onClose={() => { setOpen(false); }} />
        </Suspense>
      )}
    </>
  );
}
