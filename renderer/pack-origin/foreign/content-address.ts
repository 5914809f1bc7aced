/** The address of a file below the pack's origin, each part of its path escaped. */
export function contentAddress(path: string): string {
  return `/${path.split('/').map(encodeURIComponent).join('/')}`;
}

/**
 * The address with a course's own parameters, joined as SCORM wants it (2004 CAM 3.4.1.12): a leading `?` or `&` is
 * passed over, and what begins with `#` is a place in the page.
 */
export function withParameters(address: string, parameters: string | undefined): string {
  const wanted = (parameters ?? '').replace(/^[?&]+/, '');
  if (wanted === '') return address;
  return wanted.startsWith('#') ? address + wanted : `${address}${address.includes('?') ? '&' : '?'}${wanted}`;
}
