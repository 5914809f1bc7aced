import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import type { StickNews } from '#protocol/shell/bridge.ts';
import type { GatewayRequester } from '../gateway-link/request.ts';
import { createStickRequester } from './stick-requester.ts';

/** Why nothing of a stick is used (see `StickNews`). */
export type StickRefusal = Extract<StickNews, { readonly state: 'refused' }>['reason'];

/** The place where a USB stick is mounted, and what is thought of the one that is in. */
export type PackStick = {
  /** How to ask it; undefined while there is none, or none that is used. */
  readonly requester: () => Promise<GatewayRequester | undefined>;
  readonly news: () => Promise<StickNews>;
  /** Nothing more is taken from this stick until another is in. */
  readonly refuse: (reason: StickRefusal) => void;
  /** Whether its list was older than the one here; its files may serve all the same, for they are asked for by hash. */
  readonly noteAge: (isOlder: boolean) => void;
};

/** Watches over `folder`, where the image mounts sticks (read-only, nothing on it can run); undefined: this tablet takes none. */
export function createPackStick(folder: string | undefined): PackStick {
  let known: { readonly identity: string; news: StickNews } | undefined;
  const look = async (): Promise<StickNews> => {
    const identity = folder === undefined ? undefined : await identityOf(folder);
    if (identity === undefined) known = undefined;
    else if (known?.identity !== identity) known = { identity, news: { state: 'ready' } };
    return known?.news ?? { state: 'none' };
  };
  const refuse = (reason: StickRefusal): void => {
    // The first reason stands: what follows from it says less.
    if (known !== undefined && known.news.state !== 'refused') known.news = { state: 'refused', reason };
  };
  const requester = folder === undefined ? undefined : createStickRequester(folder, () => refuse('unsafe'));
  return {
    news: look,
    refuse,
    requester: async () => {
      const { state } = await look();
      return state === 'ready' || state === 'older' ? requester : undefined;
    },
    noteAge: (isOlder) => {
      if (known !== undefined && known.news.state !== 'refused') known.news = { state: isOlder ? 'older' : 'ready' };
    },
  };
}

/** What tells one stick from another, or from the same after it was written anew; undefined where no stick is in. */
async function identityOf(folder: string): Promise<string | undefined> {
  for (const name of ['release.json', 'packs']) {
    const status = await lstat(join(folder, name)).catch(() => undefined);
    if (status !== undefined) return [name, status.dev, status.ino, status.size, status.mtimeMs, status.ctimeMs].join(' ');
  }
  return undefined;
}
