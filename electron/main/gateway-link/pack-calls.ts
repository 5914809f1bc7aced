import type { PackTrust } from '#protocol/packs/pack-trust.ts';
import type { TakenBatch, WantedFile } from '#protocol/packs/take-batch.ts';
import type { WantedPiece } from '#protocol/packs/take-chunks.ts';
import { fail, ok, type Result } from '#protocol/result.ts';
import type { PackSource, StickNews } from '#protocol/shell/bridge.ts';
import type { PackStick } from '../pack-stick/create-pack-stick.ts';
import type { EditionsSeen } from './editions-seen.ts';
import { fetchFiles, type FetchFilesFailure } from './fetch-files.ts';
import { fetchManifest, type FetchedManifest, type FetchManifestFailure } from './fetch-manifest.ts';
import { fetchPiece, type FetchPieceFailure } from './fetch-piece.ts';
import { fetchRelease, type FetchReleaseFailure, type ReleaseNews } from './fetch-release.ts';
import type { ReleaseStore } from './release-store.ts';
import type { ClientCredential, GatewayRequester } from './request.ts';
import type { TabletCredential } from './tablet-credential.ts';

type NotEnrolled = { readonly code: 'not-enrolled' };
type Refusal = { readonly code: string; readonly detail?: string };
type Sourced = { readonly source: PackSource };

/** The calls about packs. Each goes to a stick first, where one is in, and to the network for what it does not give. */
export type PackCalls = {
  readonly fetchManifest: (wanted: {
    readonly packId: string;
    readonly version: number;
    readonly highestVersionSeen: number;
  }) => Promise<Result<FetchedManifest & Sourced, FetchManifestFailure | NotEnrolled>>;
  readonly fetchPiece: (
    wanted: WantedPiece & { readonly sha256: string },
  ) => Promise<Result<{ readonly data: Uint8Array<ArrayBuffer> } & Sourced, FetchPieceFailure | NotEnrolled>>;
  readonly fetchFiles: (
    wanted: readonly WantedFile[],
  ) => Promise<Result<TakenBatch & Sourced, FetchFilesFailure | NotEnrolled>>;
  readonly fetchRelease: () => Promise<Result<ReleaseNews | null, FetchReleaseFailure | NotEnrolled>>;
  readonly stick: () => Promise<StickNews>;
};

type Parts = {
  readonly requester: GatewayRequester;
  readonly credential: TabletCredential;
  readonly trust: PackTrust;
  readonly seen: EditionsSeen;
  readonly store: ReleaseStore;
  readonly stick: PackStick;
};

/** Creates them. Whatever the source, the same functions ask and judge: a stick adds no trust and no meaning (PACK-19). */
export function createPackCalls({ requester: network, credential, stick, ...here }: Parts): PackCalls {
  type Ask<Value, Failure extends Refusal> = (requester: GatewayRequester, client: ClientCredential) => Promise<Result<Value, Failure>>;
  const askBoth = async <Value extends object, Failure extends Refusal>(
    ask: Ask<Value, Failure>,
  ): Promise<Result<Value & Sourced, Failure | NotEnrolled>> => {
    const client = credential.client();
    if (client === undefined) return fail({ code: 'not-enrolled' });
    const requester = await stick.requester();
    const came = requester === undefined ? undefined : await ask(requester, client);
    if (came?.ok === true) return ok({ ...came.value, source: 'stick' });
    if (came !== undefined) noteRefusal(stick, came.error);
    const fetched = await ask(network, client);
    return fetched.ok ? ok({ ...fetched.value, source: 'network' }) : fetched;
  };
  return {
    fetchManifest: (wanted) =>
      askBoth((requester, client) => fetchManifest({ requester, client, ...here }, wanted)),
    fetchPiece: (wanted) =>
      askBoth(async (requester, client) => {
        const piece = await fetchPiece(requester, client, wanted);
        return piece.ok ? ok({ data: piece.value }) : piece;
      }),
    fetchFiles: (wanted) => askBoth((requester, client) => fetchFiles(requester, client, wanted)),
    fetchRelease: async () => {
      const client = credential.client();
      if (client === undefined) return fail({ code: 'not-enrolled' });
      // The network's word first: a stick that is older than it must not be believed for a moment.
      const fetched = await fetchRelease({ requester: network, client, ...here });
      const requester = await stick.requester();
      if (requester === undefined) return fetched;
      const came = await fetchRelease({ requester, client, ...here });
      noteList(stick, came);
      return came.ok ? came : fetched;
    },
    stick: () => stick.news(),
  };
}

/** Reasons that are one course's own: it is too new for this tablet or was taken back. The others on the stick may be used. */
const OF_ONE_COURSE: ReadonlySet<string | undefined> = new Set(['format-unknown', 'needs-newer-player', 'revoked', 'key-revoked']);

/** What a refusal says about the stick it came from; not to have something, or to be pulled out, says nothing. */
function noteRefusal(stick: PackStick, { code, detail }: Refusal): void {
  if (code === 'file-refused') stick.refuse('damaged');
  if ((code === 'signature-refused' || code === 'manifest-refused') && !OF_ONE_COURSE.has(detail)) stick.refuse('not-ours');
}

function noteList(stick: PackStick, came: Result<unknown, FetchReleaseFailure>): void {
  if (came.ok) stick.noteAge(false);
  else if (came.error.detail === 'serial-rolled-back') stick.noteAge(true);
  else if (came.error.code === 'release-refused') stick.refuse('not-ours');
}
