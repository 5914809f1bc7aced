import { mkdtempSync, rmSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildPack, type BuildProblem } from '../../content-packs/builder/build-pack.ts';
import { explodePack } from '../../content-packs/builder/explode-pack.ts';
import type { LoadedPack } from '../../content-packs/builder/load-pack.ts';
import { servePreview, type Preview } from '../../content-packs/preview/serve-preview.ts';
import { ok, type Result } from '../../protocol/result.ts';
import { buildAll } from '../build.mts';
import { inProject } from '../lib/paths.mts';

/** A preview with the pack it shows; `close` ends the server and removes what was built for it. */
export type OpenPreview = Preview & { readonly pack: LoadedPack; readonly runtimes: readonly string[] };

/** What to show: a source folder, a built pack or a `.pack`; the runtime packs it needs; a port, 0 for any. */
export type PreviewRequest = { readonly path: string; readonly runtimes: readonly string[]; readonly port: number };

/**
 * Serves a source folder, a built pack or a `.pack` file as a learner would meet it. A source is built without a
 * signature into a folder of its own, which goes with the preview.
 */
export async function openPreview(request: PreviewRequest): Promise<Result<OpenPreview, BuildProblem>> {
  const { path, port } = request;
  await buildAll(['pack preview', 'pack origin']);
  const folder = mkdtempSync(join(tmpdir(), 'throughline-preview-'));
  const discard = (): void => rmSync(folder, { recursive: true, force: true });
  const isSource = (await stat(join(path, 'pack.yaml')).catch(() => undefined))?.isFile() === true;
  const made = isSource ? await buildPack({ source: path, out: folder }) : await explodePack(path, folder, {});
  if (!made.ok) {
    discard();
    return made;
  }
  const pack = 'warnings' in made.value ? made.value.pack : made.value;
  const runtimes: LoadedPack[] = [];
  for (const file of request.runtimes) {
    const runtime = await explodePack(file, folder, {});
    if (!runtime.ok) {
      discard();
      return runtime;
    }
    runtimes.push(runtime.value);
  }
  const pages = { pageFolder: inProject('out/pack-preview'), playerFolder: inProject('out/pack-origin') };
  const preview = await servePreview({ pack, folder, port, runtimes, ...pages });
  return ok({
    ...preview,
    pack,
    runtimes: runtimes.map(({ manifest }) => manifest.packId),
    close: async () => {
      await preview.close();
      discard();
    },
  });
}
