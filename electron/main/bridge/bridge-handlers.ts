import { fail, ok } from '#protocol/result.ts';
import type { BridgeCalls } from '#protocol/shell/bridge.ts';
import type { z } from 'zod/mini';
import type { GatewayLink } from '../gateway-link/create-gateway-link.ts';
import type { DeviceReport } from '../device/read-device.ts';
import type { PackViews } from '../pack-view.ts';
import type { BridgeHandlers } from './judge-call.ts';
import type { SignIns } from './sign-ins.ts';

type Status = z.infer<BridgeCalls['status']['output']>;

/** What the answers are made of. */
export type HandlerParts = {
  readonly appVersion: string;
  readonly link: GatewayLink;
  readonly signIns: SignIns;
  readonly packs: PackViews;
  readonly report: () => Promise<DeviceReport>;
  /** The page said that it is alive. */
  readonly heard: () => void;
  /** Gives the window a new page; the old one and all it held goes. */
  readonly replacePage: () => void;
};

/** One answer a call, by who has it. */
export function createBridgeHandlers(parts: HandlerParts): BridgeHandlers {
  return {
    status: async () => statusOf(parts),
    ...createPeopleHandlers(parts),
    ...createGatewayHandlers(parts),
    ...createPackHandlers(parts),
    report: () => parts.report(),
    heartbeat: async () => {
      parts.heard();
      return ok(null);
    },
  };
}

type Handlers<Name extends keyof BridgeHandlers> = Pick<BridgeHandlers, Name>;

function createPeopleHandlers({
  signIns,
  packs,
  replacePage,
}: HandlerParts): Handlers<'firstSignIn' | 'signIn' | 'signOut' | 'sealOperation' | 'openChanges'> {
  return {
    firstSignIn: (request) => signIns.first(request),
    signIn: (request) => signIns.again(request),
    signOut: async () => {
      packs.close();
      await signIns.end();
      // After the answer is on its way: the page that asked is about to go.
      setImmediate(replacePage);
      return ok(null);
    },
    sealOperation: (operation) => signIns.seal(operation),
    openChanges: (changes) => signIns.open(changes),
  };
}

function createGatewayHandlers(
  parts: HandlerParts,
): Handlers<'enrol' | 'exchange' | 'fetchManifest' | 'fetchFile' | 'fetchFiles' | 'fetchRelease'> {
  const { link } = parts;
  return {
    enrol: async ({ code }) => {
      const enrolled = await link.enrol(code);
      return enrolled.ok ? ok(statusOf(parts)) : enrolled;
    },
    exchange: async (request) => {
      const exchanged = await link.exchange(request);
      if (exchanged.ok) return exchanged;
      const { code, retryAfter } = exchanged.error;
      return fail({ code, ...(retryAfter === undefined ? {} : { waitFor: retryAfter }) });
    },
    fetchManifest: (wanted) => link.fetchManifest(wanted),
    fetchFile: async ({ sha256, bytes }) => {
      const fetched = await link.fetchFile({ sha256, bytes });
      return fetched.ok ? ok(new Uint8Array(fetched.value)) : fetched;
    },
    fetchFiles: ({ files }) => link.fetchFiles(files),
    fetchRelease: () => link.fetchRelease(),
  };
}

function createPackHandlers({ link, packs }: HandlerParts): Handlers<'openPack' | 'placePack' | 'closePack'> {
  return {
    openPack: async ({ packId, bounds }) =>
      link.enrolment() === undefined ? fail({ code: 'not-enrolled' }) : packs.open(packId, bounds),
    placePack: async ({ bounds }) => {
      packs.place(bounds);
      return ok(null);
    },
    closePack: async () => {
      packs.close();
      return ok(null);
    },
  };
}

function statusOf({ appVersion, link }: HandlerParts): Status {
  const enrolment = link.enrolment();
  return {
    shell: 'kiosk',
    appVersion,
    tablet:
      enrolment === undefined
        ? null
        : { tabletId: enrolment.tabletId, name: enrolment.name, establishment: enrolment.establishment },
    vaultBinding: 'device-secret',
  };
}
