import path from 'node:path';

/**
 * The name in a package of what a file in `folder` (empty, or with `/` at its end) names by an address of its own:
 * without query and fragment, with `%20` read, `..` taken up. It may name nothing that is there.
 */
export function pathInPackage(folder: string, address: string): string {
  const plain = decodeAddress(address.split(/[?#]/)[0] ?? '');
  return path.posix
    .normalize(`${folder}${plain}`)
    .replace(/^(\.?\.?\/)+/, '')
    .normalize('NFC');
}

/** The folder a file lies in, with `/` at its end; empty at the top. */
export function folderOf(file: string): string {
  return file.slice(0, file.lastIndexOf('/') + 1);
}

function decodeAddress(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
