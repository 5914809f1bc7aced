import { fail } from '#protocol/result.ts';
import type { SessionActions } from '../session/session-actions.ts';

/** Loads the services once, however many ask. A load that failed is tried again by the next who asks. */
let loading: Promise<SessionActions> | undefined;

function sessionActions(): Promise<SessionActions> {
  loading ??= import('./create-services.ts')
    .then(({ createServices }) => createServices())
    .catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
  return loading;
}

const unexpected = () => fail({ code: 'unexpected' as const });

/**
 * What the session screens can do, before the code that does it is loaded: the first screen is there at once, and a
 * press waits for the rest only if it comes in the first half second.
 */
export const deferredSessionActions: SessionActions = {
  learnStatus: () => sessionActions().then((the) => the.learnStatus(), () => undefined),
  enrol: (code) => sessionActions().then((the) => the.enrol(code), unexpected),
  firstSignIn: (input) => sessionActions().then((the) => the.firstSignIn(input), unexpected),
  signIn: (input) => sessionActions().then((the) => the.signIn(input), unexpected),
  unlock: (pin) => sessionActions().then((the) => the.unlock(pin), unexpected),
  signOut: () => sessionActions().then((the) => the.signOut()),
};
