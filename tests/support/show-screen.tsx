import { render, type RenderResult } from '@testing-library/react';
import i18next from 'i18next';
import { Suspense, type ReactNode } from 'react';
import { SessionActionsContext } from '../../renderer/session/session-actions-context.ts';
import type { SessionActions } from '../../renderer/session/session-actions.ts';
import { useSession } from '../../renderer/session/session-store.ts';
import type { Person } from '../../renderer/session/person.ts';
import type { Namespace } from '../../renderer/text/namespaces.ts';
import { startText } from '../../renderer/text/start-text.ts';
import { fail } from '#protocol/result.ts';

/** Session actions that all fail; a test overrides those it is about. */
export const NO_ACTIONS: SessionActions = {
  learnStatus: async () => undefined,
  enrol: async () => fail({ code: 'unexpected' }),
  firstSignIn: async () => fail({ code: 'unexpected' }),
  signIn: async () => fail({ code: 'unexpected' }),
  unlock: async () => fail({ code: 'unexpected' }),
  signOut: async () => undefined,
};

type Stage = {
  readonly person?: Person;
  readonly actions?: Partial<SessionActions>;
  readonly namespaces?: readonly Namespace[];
  readonly language?: 'en' | 'cy' | 'ar';
};

/** Shows a screen as the page would: with words, a session, and a signed-in person where one is given. */
export async function showScreen(screen: ReactNode, { person, actions, namespaces = [], language = 'en' }: Stage = {}): Promise<RenderResult> {
  if (!i18next.isInitialized) await startText(language);
  await i18next.changeLanguage(language);
  await i18next.loadNamespaces([...namespaces]);
  useSession.setState({ session: person === undefined ? { state: 'signed-out' } : { state: 'signed-in', person } });
  return render(
    <SessionActionsContext value={{ ...NO_ACTIONS, ...actions }}>
      <Suspense>{screen}</Suspense>
    </SessionActionsContext>,
  );
}
