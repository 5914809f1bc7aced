import { heldIf, type Measure } from './measure.ts';
import { readFuses, type FuseState } from './read-fuses.ts';

/** What each fuse must be, by its place in the wire (security.md 4.2). */
const WANTED: Readonly<Record<number, { readonly state: FuseState; readonly name: string }>> = {
  0: { state: 'off', name: 'RunAsNode' },
  2: { state: 'off', name: 'EnableNodeOptionsEnvironmentVariable' },
  3: { state: 'off', name: 'EnableNodeCliInspectArguments' },
  5: { state: 'on', name: 'OnlyLoadAppFromAsar' },
  7: { state: 'off', name: 'GrantFileProtocolExtraPrivileges' },
};

export const fuses: Measure = {
  name: 'fuses',
  why: 'Environment and arguments reach Node before our first line does: run as Node, inspect, preload (security.md 4.2).',
  // Set when the tablet is packaged (electron-builder.yml); here they can only be read back.
  apply: () => undefined,
  check: async ({ packaged }) => {
    if (!packaged) return 'absent';
    const wire = await readFuses(process.execPath);
    return heldIf(wire !== undefined && Object.entries(WANTED).every(([at, { state }]) => wire[Number(at)] === state));
  },
};
