import type { CompiledPack } from '../builder/compiled-pack.ts';

/** How much of a pack is one item's: what a tablet fetches and keeps for it, in bytes. */
export type ItemSize = { readonly activityId: string; readonly bytes: number };

/**
 * Adds up each item of a compiled pack: its own text in every language, and the files it uses. A file that several items
 * share counts for each of them, because each of them needs it. Largest first.
 */
export function sizeByItem({ items, media, content }: CompiledPack): readonly ItemSize[] {
  const files = [...media.values(), ...content.values()];
  return items
    .map(({ activityId, files: texts }) => {
      const own = [...texts.values()].reduce((sum, text) => sum + Buffer.byteLength(JSON.stringify(text.content)), 0);
      const used = files.filter((file) => file.usedBy.has(activityId)).reduce((sum, one) => sum + one.file.bytes, 0);
      return { activityId, bytes: own + used };
    })
    .sort((one, other) => other.bytes - one.bytes);
}
