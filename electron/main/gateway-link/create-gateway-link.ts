import type { EnrolFailure, EnrolReply, FirstSignInFailure, FirstSignInReply } from '#protocol/enrolment/schema.ts';
import type { PackTrust } from '#protocol/packs/pack-trust.ts';
import type { Result } from '#protocol/result.ts';
import type { ExchangeFailure, ExchangeReply, ExchangeRequest } from '#protocol/sync/exchange.ts';
import { loadEditionsSeen } from './editions-seen.ts';
import { enrol } from './enrol.ts';
import { exchange } from './exchange.ts';
import { sendFirstSignIn } from './first-sign-in.ts';
import { createPackStick } from '../pack-stick/create-pack-stick.ts';
import { createPackCalls, type PackCalls } from './pack-calls.ts';
import { createGatewayRequester } from './request.ts';
import { loadReleaseStore } from './release-store.ts';
import { loadTabletCredential, type Enrolment } from './tablet-credential.ts';

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
} & PackCalls;

/** What the link needs to know; `folder` is the tablet's data. */
export type GatewayLinkOptions = {
  readonly gatewayUrl: string;
  readonly authorityPem: string;
  readonly trust: PackTrust;
  readonly folder: string;
  readonly appVersion: string;
  /** Where sticks with packs are mounted; this tablet takes none where it is missing. */
  readonly usbFolder?: string | undefined;
};

/** Creates the link: reads the tablet's identity, opens nothing yet. */
export function createGatewayLink(options: GatewayLinkOptions): GatewayLink {
  const requester = createGatewayRequester(options.gatewayUrl, options.authorityPem);
  const credential = loadTabletCredential(options.folder);
  const seen = loadEditionsSeen(options.folder);
  const store = loadReleaseStore(options.folder);
  const stick = createPackStick(options.usbFolder);
  return {
    enrolment: () => credential.enrolment(),
    enrol: (code) => enrol(requester, credential, code, options.appVersion),
    firstSignIn: (request) => sendFirstSignIn(requester, credential, request),
    exchange: (request) => exchange(requester, credential, request),
    ...createPackCalls({ requester, credential, trust: options.trust, seen, store, stick }),
  };
}
