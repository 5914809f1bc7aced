import { useSyncExternalStore } from 'react';

/** Where in the portal one is. The part after `#` never leaves the browser. */
export type Place =
  | { readonly name: 'home' | 'join' | 'sign-in' | 'add' | 'certificate' }
  | { readonly name: 'thread' | 'write' | 'sent'; readonly contactId: string };

/** The place the address names; what it does not know is home. */
export function placeOf(hash: string): Place {
  const [first = '', contactId, last] = hash.replace(/^#\/?/, '').split('/');
  if (first === 'person' && contactId !== undefined && contactId !== '') {
    return { name: last === 'write' || last === 'sent' ? last : 'thread', contactId };
  }
  return first === 'join' || first === 'sign-in' || first === 'add' || first === 'certificate' ? { name: first } : { name: 'home' };
}

/** The address of a place, for links. */
export function addressOf(place: Place): string {
  if ('contactId' in place) return `#/person/${place.contactId}${place.name === 'thread' ? '' : `/${place.name}`}`;
  return place.name === 'home' ? '#/' : `#/${place.name}`;
}

/** Where one is now. */
export function usePlace(): Place {
  return placeOf(useSyncExternalStore(listen, () => location.hash));
}

/** Goes to a place; `replace` leaves no step back to the one before. */
export function goTo(place: Place, how: 'push' | 'replace' = 'push'): void {
  if (how === 'replace') location.replace(addressOf(place));
  else location.hash = addressOf(place);
}

function listen(onChange: () => void): () => void {
  window.addEventListener('hashchange', onChange);
  return () => {
    window.removeEventListener('hashchange', onChange);
  };
}
