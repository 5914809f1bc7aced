/** Rises when the same words shall sound another way, so that no old sound is played for them. */
const EDITION = 1;

/**
 * The name of the sound of these words in a language: the same in the build that speaks them and on the page that
 * plays them. It follows from the words alone, so that what is heard is always what is shown.
 */
export async function clipNameOf(language: string, words: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${EDITION}\n${language}\n${words.trim()}`));
  return [...new Uint8Array(digest, 0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
