import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** Who did it. `id` is the id of that kind, or a fixed word for the gateway itself. */
export type AuditActor = { readonly kind: 'staff' | 'person' | 'tablet' | 'gateway' | 'family'; readonly id: string };

/** What happened, before it has a place in the chain. `detail` holds codes and ids, never words that somebody wrote. */
export type AuditFact = {
  readonly at: number;
  readonly actor: AuditActor;
  /** `feature.verb`, for example `tablets.revoke`. */
  readonly action: string;
  /** The id of what it was done to. */
  readonly subject: string;
  readonly detail: Readonly<Record<string, unknown>>;
};

/** A fact in its place: numbered from 1 without gaps, holding the hash of the entry before it. */
export type AuditEntry = AuditFact & {
  readonly sequence: number;
  readonly previous: Uint8Array;
  readonly hash: Uint8Array;
};

/** What the first entry holds as the hash before it. */
export const FIRST_PREVIOUS: Uint8Array = new Uint8Array(32);

/** SHA-256 over the canonical JSON (RFC 8785) of the entry, so that any reader in any language gets the same bytes. */
export function hashEntry(entry: Omit<AuditEntry, 'hash'>): Uint8Array {
  const { sequence, previous, at, actor, action, subject, detail } = entry;
  const form = canonicalize({
    sequence,
    previous: Buffer.from(previous).toString('hex'),
    at,
    actor: { kind: actor.kind, id: actor.id },
    action,
    subject,
    detail,
  });
  return createHash('sha256')
    .update(form ?? '')
    .digest();
}
