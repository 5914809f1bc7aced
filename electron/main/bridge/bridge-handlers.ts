import { fail, ok } from '#protocol/result.ts';
import type { BridgeCalls } from '#protocol/shell/bridge.ts';
import type { z } from 'zod/mini';
import type { CameraGrant } from '../camera-grant.ts';
import type { GatewayLink } from '../gateway-link/create-gateway-link.ts';
import type { DeviceReport } from '../device/read-device.ts';
import type { PackViews } from '../pack-view.ts';
import type { VaultProcess } from '../vault-process.ts';
import type { BridgeHandlers } from './answer-bridge-calls.ts';

type Status = z.infer<BridgeCalls['status']['output']>;

/** What the answers are made of. */
export type HandlerParts = {
  readonly appVersion: string;
  readonly link: GatewayLink;
  readonly vault: Pick<VaultProcess, 'end'>;
  readonly packs: PackViews;
  readonly camera: CameraGrant;
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
    ...createSignOut(parts),
    ...createGatewayHandlers(parts),
    ...createPackHandlers(parts),
    camera: async ({ on }) => {
      if (!on) parts.camera.close();
      return !on || parts.camera.open() ? ok(null) : fail({ code: 'no-camera' });
    },
    report: () => parts.report(),
    heartbeat: async () => {
      parts.heard();
      return ok(null);
    },
  };
}

type Handlers<Name extends keyof BridgeHandlers> = Pick<BridgeHandlers, Name>;

function createSignOut({ vault, packs, replacePage }: HandlerParts): Handlers<'signOut'> {
  return {
    signOut: async () => {
      void packs.close();
      await vault.end();
      // After the answer is on its way: the page that asked is about to go.
      setImmediate(replacePage);
      return ok(null);
    },
  };
}

function createGatewayHandlers(
  parts: HandlerParts,
): Handlers<'enrol' | 'exchange' | 'fetchManifest' | 'fetchPiece' | 'fetchFiles' | 'fetchRelease' | 'stick'> {
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
    fetchPiece: (wanted) => link.fetchPiece(wanted),
    fetchFiles: ({ files }) => link.fetchFiles(files),
    fetchRelease: () => link.fetchRelease(),
    stick: () => link.stick(),
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
      // Answered when it is gone: whoever asked then knows that its last words are on their way.
      await packs.close();
      return ok(null);
    },
  };
}

function statusOf({ appVersion, link, camera }: HandlerParts): Status {
  const enrolment = link.enrolment();
  return {
    shell: 'kiosk',
    appVersion,
    tablet:
      enrolment === undefined
        ? null
        : { tabletId: enrolment.tabletId, name: enrolment.name, establishment: enrolment.establishment },
    vaultBinding: 'device-secret',
    hasCamera: camera.hasCamera,
  };
}
