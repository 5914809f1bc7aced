import { z } from 'zod/mini';

const clipNames = z.array(z.string().check(z.regex(/^[0-9a-f]{16}$/)));

/**
 * Sounds that were spoken when the tablet was built (scripts/speech). They are the application's own files, so the
 * shell and the service worker answer for them and nothing leaves the machine.
 */
export async function loadClipNames(language: string): Promise<ReadonlySet<string>> {
  // A build without a voice has no list; that is no fault.
  const answer = await fetch(`speech/${language}.json`).catch(() => undefined);
  if (answer?.ok !== true) return new Set();
  return new Set(clipNames.parse(await answer.json()));
}

/** One sound, or undefined where it cannot be had now. */
export async function loadClip(language: string, name: string): Promise<Blob | undefined> {
  const answer = await fetch(`speech/${language}/${name}.opus`).catch(() => undefined);
  return answer?.ok === true ? answer.blob() : undefined;
}
