import type { Place } from './measure.ts';

/**
 * True when a page may ask for an address: its own origin, and blobs it made itself. No renderer has a network; what
 * the tablet fetches comes through the bridge (security.md 0.4).
 * Takes the address and what the page is for; `pack:` hosts are kept apart by the content security policy.
 */
export function isRequestAllowed(address: string, place: Place): boolean {
  const own = place === 'app' ? 'app://tablet' : 'pack://';
  return address.startsWith(place === 'app' ? `${own}/` : own) || address.startsWith(`blob:${own}`);
}
