import type { EnrolFailure, EnrolReply, FirstSignInFailure, FirstSignInReply } from '#protocol/enrolment/schema.ts';
import type { PackTrust } from '#protocol/packs/pack-trust.ts';
import type { TakenBatch, WantedFile } from '#protocol/packs/take-batch.ts';
import { fail, type Result } from '#protocol/result.ts';
import type { ExchangeFailure, ExchangeReply, ExchangeRequest } from '#protocol/sync/exchange.ts';
import { loadEditionsSeen } from './editions-seen.ts';
import { enrol } from './enrol.ts';
import { exchange } from './exchange.ts';
import { createFileFetcher, type FetchFileFailure } from './fetch-file.ts';
import { fetchFiles, type FetchFilesFailure } from './fetch-files.ts';
import { fetchManifest, type FetchedManifest, type FetchManifestFailure } from './fetch-manifest.ts';
import { fetchRelease, type FetchReleaseFailure, type ReleaseNews } from './fetch-release.ts';
import { sendFirstSignIn } from './first-sign-in.ts';
import { createGatewayRequester } from './request.ts';
import { loadReleaseStore } from './release-store.ts';
import { loadTabletCredential, type Enrolment } from './tablet-credential.ts';

type NotEnrolled = { readonly code: 'not-enrolled' };

/** Everything the tablet says to its gateway. The only socket of the tablet is behind this. */
export type GatewayLink = {
  readonly enrolment: () => Enrolment | undefined;
  readonly enrol: (code: string) => Promise<Result<EnrolReply, EnrolFailure>>;
  readonly firstSignIn: (request: {
    readonly prisonerNumber: string;
    readonly code: string;
    readonly publicKey: string;
  }) => Promise<Result<FirstSignInReply, FirstSignInFailure>>;
  readonly exchange: (request: ExchangeRequest) => Promise<Result<ExchangeReply, ExchangeFailure>>;
  readonly fetchManifest: (wanted: {
    readonly packId: string;
    readonly version: number;
    readonly highestVersionSeen: number;
  }) => Promise<Result<FetchedManifest, FetchManifestFailure | NotEnrolled>>;
  readonly fetchFile: (wanted: {
    readonly sha256: string;
    readonly bytes: number;
  }) => Promise<Result<Uint8Array, FetchFileFailure | NotEnrolled>>;
  readonly fetchFiles: (wanted: readonly WantedFile[]) => Promise<Result<TakenBatch, FetchFilesFailure | NotEnrolled>>;
  readonly fetchRelease: () => Promise<Result<ReleaseNews | null, FetchReleaseFailure | NotEnrolled>>;
};

/** What the link needs to know; `folder` is the tablet's data. */
export type GatewayLinkOptions = {
  readonly gatewayUrl: string;
  readonly authorityPem: string;
  readonly trust: PackTrust;
  readonly folder: string;
  readonly appVersion: string;
  readonly now: () => number;
};

/** Creates the link: reads the tablet's identity, opens nothing yet. */
export function createGatewayLink(options: GatewayLinkOptions): GatewayLink {
  const requester = createGatewayRequester(options.gatewayUrl, options.authorityPem);
  const credential = loadTabletCredential(options.folder);
  const seen = loadEditionsSeen(options.folder);
  const store = loadReleaseStore(options.folder);
  const files = createFileFetcher(options.folder, requester, options.now);
  return {
    enrolment: () => credential.enrolment(),
    enrol: (code) => enrol(requester, credential, code, options.appVersion),
    firstSignIn: (request) => sendFirstSignIn(requester, credential, request),
    exchange: (request) => exchange(requester, credential, request),
    fetchManifest: async (wanted) => {
      const client = credential.client();
      if (client === undefined) return fail({ code: 'not-enrolled' });
      return fetchManifest({ requester, client, trust: options.trust, seen, store }, wanted);
    },
    fetchFile: async (wanted) => {
      const client = credential.client();
      return client === undefined ? fail({ code: 'not-enrolled' }) : files.fetch(client, wanted);
    },
    fetchFiles: async (wanted) => {
      const client = credential.client();
      return client === undefined ? fail({ code: 'not-enrolled' }) : fetchFiles(requester, client, wanted);
    },
    fetchRelease: async () => {
      const client = credential.client();
      if (client === undefined) return fail({ code: 'not-enrolled' });
      return fetchRelease({ requester, client, trust: options.trust, store });
    },
  };
}
