/** A document of a book could not be had: it is not there, or cannot be read. */
export class DocumentMissing extends Error {}

/**
 * Loads a document of this pack. Takes its path. The browser parses it on the way in, so no text of a book is ever
 * handed to our page as markup; nothing in it runs. What is no well-formed XHTML is read as HTML, as other readers do.
 */
export async function loadDocument(path: string): Promise<Document> {
  const address = addressOf(path);
  const strict = await request(address, undefined);
  if (strict !== null && strict.querySelector('parsererror') === null) return strict;
  const loose = await request(address, 'text/html');
  if (loose === null) throw new DocumentMissing(path);
  return loose;
}

/** The address of a path in this pack's origin. Each part is escaped, because suppliers' names have spaces and signs. */
export function addressOf(path: string): string {
  return `/${path.split('/').map(encodeURIComponent).join('/')}`;
}

function request(address: string, type: string | undefined): Promise<Document | null> {
  return new Promise((resolve, reject) => {
    const asking = new XMLHttpRequest();
    asking.open('GET', address);
    asking.responseType = 'document';
    if (type !== undefined) asking.overrideMimeType(type);
    asking.addEventListener('load', () => {
      if (asking.status === 200) resolve(asking.responseXML);
      else reject(new DocumentMissing(address));
    });
    asking.addEventListener('error', () => { reject(new DocumentMissing(address)); });
    asking.send();
  });
}
