import { z } from 'zod/mini';
import { sendReplyRequestSchema, type SendReply } from '../family-api.ts';

/**
 * What is being written to one person, and the sealed form of it that was last tried. Trying the very same sealed
 * bytes again has the effect of once, also when an answer was lost. Kept until the page is closed, and no longer:
 * phones are shared.
 */
const draftSchema = z.object({
  text: z.string(),
  attempt: z.nullable(z.object({ body: z.string(), sealed: sendReplyRequestSchema })),
});
export type Draft = {
  readonly text: string;
  readonly attempt: { readonly body: string; readonly sealed: SendReply } | null;
};

const keyOf = (contactId: string): string => `throughline-draft-${contactId}`;

/** The draft to one person; an empty one when there is none. */
export function readDraft(contactId: string): Draft {
  try {
    const draft = draftSchema.safeParse(JSON.parse(sessionStorage.getItem(keyOf(contactId)) ?? 'null'));
    return draft.success ? draft.data : { text: '', attempt: null };
  } catch {
    return { text: '', attempt: null };
  }
}

/** Keeps the draft to one person; with `undefined` it is forgotten. */
export function keepDraft(contactId: string, draft: Draft | undefined): void {
  try {
    if (draft === undefined) sessionStorage.removeItem(keyOf(contactId));
    else sessionStorage.setItem(keyOf(contactId), JSON.stringify(draft));
  } catch {
    // A browser that keeps nothing still has the text on the page.
  }
}

/** Forgets every draft, when somebody signs out. */
export function forgetDrafts(): void {
  for (const key of Object.keys(sessionStorage))
    if (key.startsWith('throughline-draft-')) sessionStorage.removeItem(key);
}
