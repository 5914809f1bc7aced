type Named = { readonly path: string; readonly bytes: number };

/**
 * Finds the older file that a new one most likely came from: of the same path; where the path is new, of the same file
 * name, for it was moved; and where the name is new, of the same name with another ending, for it was written in another
 * format (`.htm` and `.html`, `.less` and `.scss`). Of several the nearest in size. Undefined where there is none.
 */
export function indexOlder<File extends Named>(before: readonly File[]): (file: Named) => File | undefined {
  const byPath = new Map(before.map((file) => [file.path, file]));
  const byName = group(before, nameOf);
  const byStem = group(before, stemOf);
  return (file) => byPath.get(file.path) ?? nearest(byName.get(nameOf(file)), file) ?? nearest(byStem.get(stemOf(file)), file);
}

/** As `Map.groupBy`, which Chromium 114 has not; each group sorted by size. */
function group<File extends Named>(files: readonly File[], keyOf: (file: File) => string): ReadonlyMap<string, readonly File[]> {
  const groups = new Map<string, File[]>();
  for (const file of files) {
    const same = groups.get(keyOf(file)) ?? [];
    if (same.length === 0) groups.set(keyOf(file), same);
    same.push(file);
  }
  for (const same of groups.values()) same.sort((one, other) => one.bytes - other.bytes);
  return groups;
}

/** `files` sorted by size: a course may have thousands of pages of one name. */
function nearest<File extends Named>(files: readonly File[] | undefined, { bytes }: Named): File | undefined {
  if (files === undefined) return undefined;
  let [low, high] = [0, files.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((files[middle]?.bytes ?? 0) < bytes) low = middle + 1;
    else high = middle;
  }
  const [smaller, larger] = [files[low - 1], files[low]];
  if (smaller === undefined || larger === undefined) return smaller ?? larger;
  return bytes - smaller.bytes <= larger.bytes - bytes ? smaller : larger;
}

function nameOf({ path }: Named): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** A name that is nothing but an ending (`.css`) is its own stem. */
function stemOf(file: Named): string {
  const name = nameOf(file);
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(0, dot) : name;
}
