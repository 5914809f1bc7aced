import type { Supplied } from './importer.ts';

/**
 * The supplied file a description names: of that very name, else the one that differs in capital letters alone, because
 * courses made on Windows name files as they please. Undefined when there is none.
 */
export function resolvePath(supplied: Supplied, name: string): string | undefined {
  if (supplied.files.has(name)) return name;
  const folded = name.toLowerCase();
  return [...supplied.files.keys()].find((one) => one.toLowerCase() === folded);
}
