import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLog } from '../../gateway/http/create-log.ts';
import type { StaffCaller } from '../../gateway/http/staff-route.ts';
import { openGateway } from '../../gateway/open-gateway.ts';
import { createStaffClient, type StaffClient } from '../demo/staff-client.mts';
import { inProject } from '../lib/paths.mts';
import { seedLearners, type SeededLearners } from './seed-learners.mts';

/** A gateway with a busy education department, and its tutor. */
export type LearnerDesk = {
  readonly webUrl: string;
  readonly seeded: SeededLearners;
  readonly tutor: StaffClient;
  readonly signIn: { readonly username: string; readonly password: string };
  readonly close: () => Promise<void>;
};

const PASSWORD = 'three plain words 24';
/** Who sits at which desk; all have the same password. */
export const DESK_ROLES = ['tutor', 'education', 'security', 'auditor', 'governor'] as const;

/** Opens a gateway on a port of the system's choosing, in a folder of its own, with so many learners. */
export async function openLearnerDesk(people: number): Promise<LearnerDesk> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-learners-'));
  const opened = await openGateway({ ...SETTINGS, dataFolder: folder }, createLog({ write: () => undefined }), Date.now);
  if (!opened.ok) throw new Error(opened.error.sentence);
  const { webUrl, database, close } = opened.value;
  const administrator = createStaffClient(webUrl);
  const { token } = JSON.parse(readFileSync(join(folder, 'first-administrator.json'), 'utf8')) as { readonly token: string };
  await administrator.send('POST', '/first-administrator', { token, username: 'the-administrator', name: 'The administrator', password: PASSWORD });
  await administrator.send('PUT', '/establishment', { name: 'HMP Bench', wings: ['A wing', 'B wing', 'C wing', 'D wing'] });
  for (const role of DESK_ROLES) await administrator.send('POST', '/accounts', { username: `the-${role}`, name: 'Karen Marsh', role, password: PASSWORD });
  const tutor = createStaffClient(webUrl);
  const signIn = { username: 'the-tutor', password: PASSWORD };
  const { staff } = await tutor.send<{ readonly staff: { readonly staffId: StaffCaller['staffId'] } }>('POST', '/session', signIn);
  const caller: StaffCaller = { staffId: staff.staffId, username: signIn.username, name: 'Karen Marsh', role: 'tutor' };
  const seeded = await seedLearners({ database, tutor: caller, people, now: Date.now() });
  return {
    ...{ webUrl, seeded, tutor, signIn },
    close: async () => {
      await close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const SETTINGS = {
  ...{ webPort: 0, tabletPort: 0, tabletAddress: '127.0.0.1', names: [], publicOrigin: undefined, postgresUrl: undefined },
  ...{ family: undefined, pagesFolder: inProject('out'), bodyTimeoutMs: 20_000, requestsPerMinute: 100_000 },
  packCommand: { program: process.execPath, args: [inProject('scripts/throughline.mts')] },
} as const;
