import { fileURLToPath } from 'node:url';

/** The checkout's folder, absolute, without a slash at the end. */
export const projectFolder: string = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

/** An absolute path inside the checkout. Takes a path relative to the checkout's folder. */
export function inProject(path: string): string {
  return `${projectFolder}/${path}`;
}
