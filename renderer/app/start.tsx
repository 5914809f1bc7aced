import '../ui/ui.css';
import './app.css';
import '../session/session.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { readPreference } from '../db/preference-file.ts';
import { startPreferences } from '../session/preferences-store.ts';
import { SessionActionsContext } from '../session/session-actions-context.ts';
import { useSession } from '../session/session-store.ts';
import { ownSiteAddress } from '../shell/own-site.ts';
import { startText } from '../text/start-text.ts';
import { App } from './app.tsx';
import { deferredSessionActions } from './deferred-session-actions.ts';
import { parsePlace } from './parse-place.ts';

/**
 * The composition root of the page. First what the first screen needs and nothing more: how the tablet looks, its
 * words, where it stands. Shell, databases and synchronisation come after the first paint.
 */
async function start(): Promise<void> {
  const ownSite = ownSiteAddress(location.href);
  if (ownSite !== undefined) {
    location.replace(ownSite);
    return;
  }
  const [{ language }, place] = await Promise.all([startPreferences(), readPreference('place')]);
  await startText(language);
  const tablet = parsePlace(place);
  if (tablet !== null) useSession.setState({ tablet, session: { state: 'signed-out' } });
  const root = document.getElementById('app');
  if (root === null) throw new Error('index.html has no #app');
  createRoot(root).render(
    <StrictMode>
      <SessionActionsContext value={deferredSessionActions}>
        <App />
      </SessionActionsContext>
    </StrictMode>,
  );
  afterFirstPaint(() => {
    // For the bench and the kiosk's tests: everything of the first screen is there and works.
    performance.mark('first-screen');
    document.documentElement.dataset['firstScreen'] = 'ready';
    void deferredSessionActions.learnStatus();
    // By the time somebody has typed a PIN their screens are here.
    void import('./signed-in.tsx');
  });
}

/** Two frames later what was rendered is on the glass. */
function afterFirstPaint(run: () => void): void {
  requestAnimationFrame(() => { requestAnimationFrame(run); });
}

void start();
