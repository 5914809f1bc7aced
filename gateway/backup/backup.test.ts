import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseCode } from '#protocol/enrolment/schema.ts';
import { PROTOCOL_VERSION } from '#protocol/version.ts';
import {
  type Caller,
  type GatewayInTest,
  makeTabletKey,
  signIn,
  startGatewayInTest,
} from '../../tests/support/running-gateway.ts';
import { watchBackupMark, writeBackupMark } from './backup-mark.ts';

let prison: GatewayInTest;
let administrator: Caller;
let tablet: { key: string; cert: string };
let home: string;

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'throughline-backup-test-'));
  prison = await startGatewayInTest();
  administrator = await prison.as('administrator');
  const { body } = await administrator.call('POST', '/api/staff/tablets', {
    body: { name: 'A1', wing: 'A', cell: 'A1' },
  });
  const { keyPem, publicKey } = makeTabletKey();
  const enrolled = await prison
    .tablet()
    .call('POST', '/tablet/enrol', { body: { code: parseCode(body.enrolmentCode.code), publicKey, appVersion: '1' } });
  tablet = { key: keyPem, cert: enrolled.body.certificate };
});
afterAll(async () => {
  await prison.close();
  rmSync(home, { recursive: true, force: true });
});

const exchange = { protocol: PROTOCOL_VERSION, tabletTime: 0, mark: null, operations: [], streams: [] };
const backUp = (file: string) => throughline('backup', '--data', prison.folder, '--out', join(home, file));

describe('a back-up', () => {
  it('is made while the gateway runs, and restores to a gateway that the same tablet and the same staff know', async () => {
    const made = backUp('one');
    expect(made).toMatchObject({ code: 0, said: expect.stringMatching(/holds everything up to commit \d+/) });
    const folder = join(home, 'restored');
    expect(throughline('restore', '--data', folder, '--from', join(home, 'one')).code).toBe(0);
    const again = await startGatewayInTest({ folder });
    try {
      expect((await again.tablet(tablet).call('POST', '/tablet/exchange', { body: exchange })).status).toBe(200);
      expect((await signIn(again.browser(), 'the-administrator')).status).toBe(200);
      const auditor = await prison.as('auditor');
      expect((await auditor.call('GET', '/api/staff/audit/verification')).body.ok).toBe(true);
      expect(throughline('audit', 'verify', '--data', folder).code).toBe(0);
    } finally {
      await again.close();
    }
  }, 60_000);

  it('OUT-4 is told to tablets by the running gateway, up to the commit it holds', async () => {
    const before = (await prison.tablet(tablet).call('POST', '/tablet/exchange', { body: exchange })).body.backedUpTo;
    const commit = Number(/commit (\d+)/.exec(backUp('two').said)?.[1]);
    const stop = watchBackupMark(prison.gateway.database, prison.folder, (error) => {
      throw error;
    });
    await stop();
    const after = (await prison.tablet(tablet).call('POST', '/tablet/exchange', { body: exchange })).body.backedUpTo;
    expect(commit).toBeGreaterThan(before);
    expect(after).toBe(commit);
  }, 30_000);

  it('of another history is not believed', async () => {
    const other = await startGatewayInTest();
    try {
      writeBackupMark(other.folder, { commit: 1, boot: 'somebody else' });
      await watchBackupMark(other.gateway.database, other.folder, () => undefined)();
      writeBackupMark(other.folder, { commit: 1_000_000, boot: 'somebody else' });
      await watchBackupMark(other.gateway.database, other.folder, () => undefined)();
      const boss = await other.as('administrator');
      const { body } = await boss.call('POST', '/api/staff/tablets', { body: { name: 'A1', wing: 'A', cell: 'A1' } });
      const browser = other.browser();
      await browser.call('POST', '/tablet/enrol', {
        body: { code: parseCode(body.enrolmentCode.code), appVersion: '1' },
      });
      expect((await browser.call('POST', '/tablet/exchange', { body: exchange })).body.backedUpTo).toBe(0);
    } finally {
      await other.close();
    }
  });

  it('that was cut short, or is something else, restores nothing', () => {
    backUp('cut');
    truncateSync(join(home, 'cut'), Math.floor(readFileSync(join(home, 'cut')).length / 2));
    writeFileSync(join(home, 'else'), 'a letter to my mother');
    for (const file of ['cut', 'else', 'missing']) {
      const { code, said } = throughline('restore', '--data', join(home, 'new'), '--from', join(home, file));
      expect([file, code]).toEqual([file, 1]);
      expect(said).toMatch(/^.*(not a back-up|no back-up|not a whole back-up)/);
      expect(existsSync(join(home, 'new'))).toBe(false);
    }
  }, 30_000);

  it('is never restored over something', () => {
    backUp('three');
    const { code, said } = throughline('restore', '--data', prison.folder, '--from', join(home, 'three'));
    expect([code, said]).toEqual([1, expect.stringMatching(/is not empty/)]);
  });
});

describe('a data folder', () => {
  it('belongs to one gateway at a time', async () => {
    await expect(startGatewayInTest({ folder: prison.folder })).rejects.toThrow(/Another gateway is using/);
  });
});

function throughline(...args: readonly string[]): { readonly code: number; readonly said: string } {
  const script = fileURLToPath(new URL('../../scripts/throughline.mts', import.meta.url));
  try {
    return { code: 0, said: execFileSync(process.execPath, [script, ...args], { encoding: 'utf8', stdio: 'pipe' }) };
  } catch (error) {
    const { status, stderr } = error as { status: number; stderr: string };
    return { code: status, said: stderr };
  }
}
