import type { PackTrust } from '#protocol/packs/pack-trust.ts';
import { MAX_RELEASE_BYTES, releaseReplySchema, type Release } from '#protocol/packs/release.ts';
import { takeRelease, type TakeReleaseRefusal } from '#protocol/packs/release-memory.ts';
import { fail, ok, type Result } from '#protocol/result.ts';
import { answerFailureCode } from './fetch-manifest.ts';
import { readAnswer } from './read-answer.ts';
import type { ReleaseStore } from './release-store.ts';
import type { ClientCredential, GatewayRequester } from './request.ts';
import { sha256Hex, verifyEd25519 } from './verify-with-node.ts';

export type FetchReleaseFailure = {
  readonly code: 'unreachable' | 'revoked' | 'not-found' | 'release-refused';
  /** Why it was refused, in the verifier's words. */
  readonly detail?: TakeReleaseRefusal['code'];
};

/** What the page is told of the release: how new it is, and what is live, and what was taken back. */
export type ReleaseNews = Pick<Release, 'serial' | 'issuedAt' | 'revoked' | 'packs'>;

/** A release in JSON in JSON, and the roles that are new. */
const MAX_REPLY_BYTES = 3 * MAX_RELEASE_BYTES;

/** Asks for roles and release, judges them, and keeps what is believed (PACK-17, ROLE-1 to ROLE-6). */
export async function fetchRelease(link: {
  readonly requester: GatewayRequester;
  readonly client: ClientCredential;
  readonly trust: PackTrust;
  readonly store: ReleaseStore;
}): Promise<Result<ReleaseNews | null, FetchReleaseFailure>> {
  const { trust, store } = link;
  if (trust.roots === undefined) return ok(null);
  const { roles, release } = store.memory();
  const path = `/tablet/release?roles=${String(roles?.version ?? 0)}&serial=${String(release?.content.serial ?? 0)}`;
  const sent = await link.requester({ method: 'GET', path, maxBytes: MAX_REPLY_BYTES }, link.client);
  if (!sent.ok) return fail({ code: sent.error.code === 'too-large' ? 'release-refused' : 'unreachable' });
  const reply = readAnswer(sent.value, releaseReplySchema);
  if (!reply.ok)
    return fail({ code: reply.error.code === 'reply-invalid' ? 'release-refused' : answerFailureCode(reply.error) });
  const crypto = { sha256: sha256Hex, verifySignature: verifyEd25519 };
  const taken = await takeRelease(store.memory(), trust.roots, reply.value, crypto);
  if (!taken.ok) return fail({ code: 'release-refused', detail: taken.error.code });
  store.keep(taken.value);
  const content = taken.value.release?.content;
  return content === undefined ? fail({ code: 'release-refused' }) : ok(content);
}
