import { create } from 'zustand';

/** What was handed in since this page was opened, so that its writer sees it once more; the service cannot show it. */
export const useOwnWords = create<{ readonly words: ReadonlyMap<string, string>; readonly last: LastSent | undefined }>(
  () => ({
    words: new Map(),
    last: undefined,
  }),
);

/** The message handed in last, as the service acknowledged it. */
export type LastSent = { readonly contactId: string; readonly messageId: string; readonly at: number };

/** Remembers the words of a message that the service has taken. */
export function rememberSent(sent: LastSent, body: string): void {
  useOwnWords.setState(({ words }) => ({ words: new Map([...words, [sent.messageId, body]]), last: sent }));
}

/** Forgets them all, when somebody signs out. */
export function forgetOwnWords(): void {
  useOwnWords.setState({ words: new Map(), last: undefined });
}
