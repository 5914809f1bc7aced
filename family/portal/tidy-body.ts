import { countCharacters } from '#protocol/messaging/rules.ts';
import { fail, ok, type Result } from '#protocol/result.ts';

/**
 * What nobody means to type and nobody can see: the prison refuses it (protocol/messaging `bodySchema`), so it is
 * taken out here rather than held against the writer.
 */
// oxlint-disable-next-line no-control-regex -- naming the control characters is the point
const UNSEEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200b\u2060\ufeff\u{e0000}-\u{e007f}]/gu;

/** Makes a written text ready to hand in, by the rules that the prison will apply. `limit` is in code points. */
export function tidyBody(written: string, limit: number): Result<string, { readonly code: 'empty' | 'too-long' }> {
  const text = written.replace(/\r\n?/g, '\n').replace(UNSEEN, '').trim();
  if (text === '') return fail({ code: 'empty' });
  return countCharacters(text) > limit ? fail({ code: 'too-long' }) : ok(text);
}
