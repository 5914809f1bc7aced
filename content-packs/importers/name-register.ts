import { printableName } from './supplied-name.ts';

/** Finds names that are there twice, be it in another case, and names that are a file and a folder at once. */
export type NameRegister = {
  /** Why the name cannot stand beside those before it; undefined when it can. */
  readonly add: (name: string) => string | undefined;
};

/** Creates an empty register. */
export function createNameRegister(): NameRegister {
  const files = new Set<string>();
  const folders = new Set<string>();
  return {
    add: (name) => {
      const folded = name.toLowerCase();
      if (files.has(folded)) return `“${printableName(name)}” is there twice (or differs in capital letters alone)`;
      if (folders.has(folded)) return `“${printableName(name)}” is a file and a folder at once`;
      files.add(folded);
      for (let end = folded.lastIndexOf('/'); end > 0; end = folded.lastIndexOf('/', end - 1)) {
        const folder = folded.slice(0, end);
        if (files.has(folder)) return `“${printableName(name.slice(0, end))}” is a file and a folder at once`;
        if (folders.has(folder)) break;
        folders.add(folder);
      }
      return undefined;
    },
  };
}
