type Named = { readonly path: string; readonly bytes: number };

/**
 * Finds the older file that a new one most likely came from: of the same path, or, where the path is new, of the same
 * file name and nearest in size, for it was moved. Undefined where there is none of that name.
 */
export function indexOlder<File extends Named>(before: readonly File[]): (file: Named) => File | undefined {
  const byPath = new Map(before.map((file) => [file.path, file]));
  const byName = new Map<string, File[]>();
  for (const file of before) {
    const same = byName.get(nameOf(file)) ?? [];
    if (same.length === 0) byName.set(nameOf(file), same);
    same.push(file);
  }
  return (file) => {
    const samePath = byPath.get(file.path);
    if (samePath !== undefined) return samePath;
    const distance = (one: File) => Math.abs(one.bytes - file.bytes);
    return byName.get(nameOf(file))?.reduce((best, one) => (distance(one) < distance(best) ? one : best));
  };
}

function nameOf({ path }: Named): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
