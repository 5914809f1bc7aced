import type { DoorFailure } from './gateway-door.ts';

/** What a refusal at the door means for a fetch. */
export function fetchFailure(failure: DoorFailure): 'unreachable' | 'not-enrolled' | 'revoked' | 'not-found' | 'file-refused' {
  if (failure.code === 'revoked' || failure.code === 'not-enrolled') return failure.code;
  if (failure.status === 404) return 'not-found';
  return failure.status === 200 ? 'file-refused' : 'unreachable';
}
