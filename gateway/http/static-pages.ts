import { existsSync } from 'node:fs';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** Built files under one prefix. */
export type StaticPages = {
  /** Absolute folder; while it has not been built its pages are simply not there. */
  readonly folder: string;
  /** With a slash at both ends. */
  readonly prefix: string;
  /** The page itself, sent for the prefix; undefined where there is none. */
  readonly page: string | undefined;
  /** Set for the folder that has the service worker of a pack's origin, which must reach the whole origin. */
  readonly workerFile?: string;
};

/** Serves built files as they are. Names with a hash in them never change, so they alone may be kept. */
export async function servePages(app: FastifyInstance, pages: StaticPages): Promise<void> {
  if (!existsSync(pages.folder)) return;
  await app.register(fastifyStatic, {
    root: pages.folder,
    prefix: pages.prefix,
    index: pages.page ?? false,
    dotfiles: 'deny',
    redirect: false,
    decorateReply: false,
    cacheControl: false,
    globIgnore: ['**/*.map'],
    setHeaders: (reply, path) => {
      if (path.includes('/assets/')) reply.header('cache-control', 'public, max-age=31536000, immutable');
      if (pages.workerFile !== undefined && path.endsWith(`/${pages.workerFile}`))
        reply.header('service-worker-allowed', '/');
    },
  });
}
