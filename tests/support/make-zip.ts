import { buffer } from 'node:stream/consumers';
import yazl from 'yazl';
import { createStoredZip } from '../../content-packs/builder/stored-zip.ts';

/** An honest, deflated ZIP of texts and bytes by name. */
export async function makeZip(files: Readonly<Record<string, string | Uint8Array>>): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  for (const [name, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  return buffer(zip.outputStream);
}

/** A stored ZIP whose names are written as they come, which honest tools refuse to do. */
export async function makeRawZip(
  entries: readonly (readonly [name: string, content: string | Uint8Array])[],
): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  const zip = createStoredZip(async (bytes) => {
    parts.push(bytes);
  });
  for (const [name, content] of entries) await zip.add(name, Buffer.from(content));
  await zip.end();
  return Buffer.concat(parts);
}

/** Writes over bytes found from the end: `at` counts from the first byte of the last place where `mark` stands. */
export function patchLast(zip: Buffer, mark: string, at: number, value: Uint8Array): Buffer {
  const place = zip.lastIndexOf(Buffer.from(mark, 'latin1'));
  const patched = Buffer.from(zip);
  patched.set(value, place + at);
  return patched;
}
