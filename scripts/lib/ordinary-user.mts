import { chmodSync, existsSync, lchownSync, lstatSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Chromium's sandbox refuses to work for root, so whoever runs our scripts as root gets Electron as this user instead:
 * the person behind sudo, else `nobody`.
 */
export type OrdinaryUser = { readonly uid: number; readonly gid: number };

const NOBODY = 65_534;

/** The user to start Electron as, or undefined where we already are an ordinary user. */
export function ordinaryUser(): OrdinaryUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const uid = Number(process.env['SUDO_UID'] ?? NOBODY);
  const gid = Number(process.env['SUDO_GID'] ?? NOBODY);
  return uid > 0 && gid > 0 ? { uid, gid } : { uid: NOBODY, gid: NOBODY };
}

/** Whether the user may walk down to `path` (absolute): a checkout below a 0700 home is out of reach for others. */
export function canReach(user: OrdinaryUser, path: string): boolean {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if (existsSync(folder) && !mayEnter(user, folder)) return false;
    if (folder === '/') return true;
  }
}

/** Gives a folder and all in it to the user, private to them. Symbolic links are given, never followed. */
export function giveTo(user: OrdinaryUser, folder: string): void {
  chownTree(user, folder);
  chmodSync(folder, 0o700);
}

function mayEnter(user: OrdinaryUser, folder: string): boolean {
  const { uid, gid, mode } = statSync(folder);
  if (uid === user.uid) return (mode & 0o100) !== 0;
  if (gid === user.gid) return (mode & 0o010) !== 0;
  return (mode & 0o001) !== 0;
}

function chownTree(user: OrdinaryUser, path: string): void {
  const found = lstatSync(path);
  lchownSync(path, user.uid, user.gid);
  if (found.isDirectory()) for (const name of readdirSync(path)) chownTree(user, join(path, name));
}
