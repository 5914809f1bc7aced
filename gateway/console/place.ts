import { useSyncExternalStore } from 'react';

/** The place of the first account, before anybody can sign in. */
export const FIRST_ADMINISTRATOR = 'first-administrator';

/** Where in the console one is: the hash without `#/`, split at slashes. `['people', '<id>']`. */
export function usePlace(): readonly string[] {
  const hash = useSyncExternalStore(listen, () => location.hash);
  return hash.replace(/^#\/?/, '').split('/').filter((part) => part !== '').map(decodeURIComponent);
}

/** The address of a place, for links: `placeAddress('people', id)` is `#/people/<id>`. */
export function placeAddress(...parts: readonly string[]): string {
  return `#/${parts.map(encodeURIComponent).join('/')}`;
}

/** Goes to a place. */
export function goTo(...parts: readonly string[]): void {
  location.hash = placeAddress(...parts);
}

function listen(onChange: () => void): () => void {
  window.addEventListener('hashchange', onChange);
  return () => { window.removeEventListener('hashchange', onChange); };
}
