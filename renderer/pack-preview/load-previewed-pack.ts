import { z } from 'zod/mini';
import { fileEntrySchema, type FileEntry } from '#protocol/packs/file-list.ts';
import type { Manifest } from '#protocol/packs/manifest.ts';
import { parseManifest } from '#protocol/packs/verify-pack.ts';

/** A pack that is looked at before it is signed. */
export type PreviewedPack = { readonly manifest: Manifest; readonly files: readonly FileEntry[] };

/** What the preview's server says of the pack: the manifest's very text, and every file it has. */
const previewedPackSchema = z.object({ manifest: z.string(), files: z.array(fileEntrySchema) });

/** Asks the preview's server, which judged every file when it read the pack, for the pack. Undefined when it has none. */
export async function loadPreviewedPack(): Promise<PreviewedPack | undefined> {
  const response = await fetch('/preview/pack.json');
  if (!response.ok) return undefined;
  const parsed = previewedPackSchema.safeParse(await response.json());
  if (!parsed.success) return undefined;
  const manifest = parseManifest(new TextEncoder().encode(parsed.data.manifest));
  return manifest.ok ? { manifest: manifest.value, files: parsed.data.files } : undefined;
}

/** One file's bytes by its hash; undefined when the server does not have it. */
export async function loadPreviewedFile(sha256: string): Promise<Blob | undefined> {
  const response = await fetch(`/preview/files/${sha256}`);
  return response.ok ? response.blob() : undefined;
}
