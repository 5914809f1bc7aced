import { execFileSync } from 'node:child_process';

/** Ids of all windows on the display that can be seen: an oracle outside the tablet (security.md section 17). */
export function visibleWindows(): readonly string[] {
  const children = execFileSync('xwininfo', ['-root', '-children'], { encoding: 'utf8' });
  const ids = [...children.matchAll(/^\s+(0x[0-9a-f]+) /gm)].map((match) => match[1] ?? '');
  return ids.filter((id) => isVisible(id));
}

function isVisible(id: string): boolean {
  try {
    return execFileSync('xwininfo', ['-id', id], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).includes(
      'IsViewable',
    );
  } catch {
    // It was closed between the two questions.
    return false;
  }
}
