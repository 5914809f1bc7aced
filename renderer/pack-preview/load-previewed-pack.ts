import { z } from 'zod/mini';
import { fileEntrySchema } from '#protocol/packs/file-list.ts';
import type { Manifest } from '#protocol/packs/manifest.ts';
import { parseManifest } from '#protocol/packs/verify-pack.ts';
import type { PackFiles } from '../packs/index-pack-files.ts';

/** A pack that is looked at before it is signed. */
export type PreviewedPack = { readonly manifest: Manifest; readonly files: PackFiles };

/** What the preview's server says of the pack: the manifest's very text, every file it has, and those of its runtimes. */
const previewedPackSchema = z.object({
  manifest: z.string(),
  files: z.array(fileEntrySchema),
  runtimes: z.array(z.object({ packId: z.string(), files: z.array(fileEntrySchema) })),
});

/** Asks the preview's server, which judged every file when it read the pack, for the pack. Undefined when it has none. */
export async function loadPreviewedPack(): Promise<PreviewedPack | undefined> {
  const response = await fetch('/preview/pack.json');
  if (!response.ok) return undefined;
  const parsed = previewedPackSchema.safeParse(await response.json());
  if (!parsed.success) return undefined;
  const manifest = parseManifest(new TextEncoder().encode(parsed.data.manifest));
  if (!manifest.ok) return undefined;
  const runtimes = new Map(parsed.data.runtimes.map(({ packId, files }) => [packId, files] as const));
  return { manifest: manifest.value, files: { files: parsed.data.files, runtimes } };
}

/** One file's bytes by its hash; undefined when the server does not have it. */
export async function loadPreviewedFile(sha256: string): Promise<Blob | undefined> {
  const response = await fetch(`/preview/files/${sha256}`);
  return response.ok ? response.blob() : undefined;
}
