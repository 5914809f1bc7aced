/** Elements of a chapter that show or play a file, and the attributes that name it. */
const SHOWN = 'img, image, source, video, audio, track';
const NAMING = ['src', 'poster', 'href', 'xlink:href'];
const XLINK = 'http://www.w3.org/1999/xlink';

/**
 * Fetches what a cleaned chapter shows and gives it addresses in memory. The chapter's frame has no address of its own,
 * so in a browser the pack's service worker is not asked for what it wants; this page is. A file that is not there keeps
 * its description. Returns the addresses, to be revoked when the frame goes.
 */
export async function loadPictures(root: Element): Promise<readonly string[]> {
  const known = new Map<string, Promise<string | undefined>>();
  const find = (address: string): Promise<string | undefined> => {
    const found = known.get(address) ?? fetchToMemory(address);
    known.set(address, found);
    return found;
  };
  await Promise.all([...root.querySelectorAll(SHOWN)].flatMap((element) => NAMING.map((name) => moveToMemory(element, name, find))));
  const made = await Promise.all(known.values());
  return made.filter((address) => address !== undefined);
}

/** Frees what `loadPictures` took. */
export function forgetPictures(addresses: readonly string[]): void {
  for (const address of addresses) URL.revokeObjectURL(address);
}

async function moveToMemory(element: Element, name: string, find: (address: string) => Promise<string | undefined>): Promise<void> {
  const address = element.getAttribute(name);
  if (address?.startsWith('/') !== true) return;
  const found = await find(address);
  if (found === undefined) element.removeAttribute(name);
  else if (name === 'xlink:href') element.setAttributeNS(XLINK, name, found);
  else element.setAttribute(name, found);
}

async function fetchToMemory(address: string): Promise<string | undefined> {
  const answer = await fetch(address);
  return answer.ok ? URL.createObjectURL(await answer.blob()) : undefined;
}
