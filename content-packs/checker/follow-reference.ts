import type { ReferenceGuide } from './finding.ts';

/** Where a reference leads: somewhere in the pack, out to the internet, to a file that is not there, or nowhere to speak of. */
export type Destination =
  | { readonly to: 'inside' | 'nowhere' }
  | { readonly to: 'outside'; readonly host: string }
  | { readonly to: 'missing'; readonly path: string };

/** Schemes that stay on the page. */
const HARMLESS = /^(data|blob|about|javascript|#)/i;

/**
 * Follows a reference as a browser would: from the file's own place, without query and mark. Takes the text of an
 * attribute or of `url()`; a reference that a browser would not understand leads nowhere.
 */
export function followReference(reference: string, guide: ReferenceGuide): Destination {
  const written = reference.trim();
  if (written === '' || HARMLESS.test(written)) return { to: 'nowhere' };
  const base = new URL(encodeURI(guide.file), 'pack://pack/').href;
  if (!URL.canParse(written, base)) return { to: 'nowhere' };
  const url = new URL(written, base);
  if (url.protocol === 'mailto:' || url.protocol === 'tel:') return { to: 'outside', host: url.pathname };
  if (url.protocol !== 'pack:' || url.host !== 'pack') return { to: 'outside', host: url.host || url.protocol };
  const path = decode(url.pathname.slice(1));
  if (path === '' || path.startsWith('__host/')) return { to: 'nowhere' };
  return guide.has(path) ? { to: 'inside' } : { to: 'missing', path };
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path).normalize('NFC');
  } catch {
    return path;
  }
}
