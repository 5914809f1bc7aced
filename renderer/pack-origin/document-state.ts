import { z } from 'zod/mini';

/** A place the person marked: `place` is the player's own word for it, `label` what the list shows. */
export const bookmarkSchema = z.object({ place: z.string().check(z.maxLength(2000)), label: z.string().check(z.maxLength(200)) });
export type Bookmark = z.infer<typeof bookmarkSchema>;

/** What a reader keeps of an activity beside its place: the person's bookmarks and how large the letters or pages are. */
export const documentStateSchema = z.object({
  bookmarks: z.array(bookmarkSchema).check(z.maxLength(200)),
  /** Times the usual size, 0.5 to 4. */
  size: z.number().check(z.gte(0.5), z.lte(4)),
});
export type DocumentState = z.infer<typeof documentStateSchema>;

/** Reads what was kept. Anything that does not fit, or nothing, is a fresh beginning. */
export function readDocumentState(kept: string | null): DocumentState {
  const fresh: DocumentState = { bookmarks: [], size: 1 };
  if (kept === null) return fresh;
  try {
    return documentStateSchema.safeParse(JSON.parse(kept)).data ?? fresh;
  } catch {
    return fresh;
  }
}

/** Sets a mark at a place, or takes it off when it is there. The newest stands first; the oldest go above 200. */
export function toggleBookmark(state: DocumentState, mark: Bookmark): DocumentState {
  const others = state.bookmarks.filter(({ place }) => place !== mark.place);
  if (others.length < state.bookmarks.length) return { ...state, bookmarks: others };
  return { ...state, bookmarks: [mark, ...others].slice(0, 200) };
}

/** The next larger or smaller size on offer; stays at the ends. */
export function nextSize(size: number, way: 1 | -1): number {
  const sizes = [0.5, 0.75, 1, 1.25, 1.5, 2, 2.5, 3, 4];
  const at = sizes.findIndex((known) => known >= size);
  return sizes[Math.min(Math.max(0, at + way), sizes.length - 1)] ?? 1;
}
