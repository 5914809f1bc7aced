import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseSettings } from '../electron/main/settings.ts';
import { parseCode } from '../protocol/enrolment/schema.ts';
import { checkPin } from '../protocol/session/pin-rules.ts';
import { inProject } from './lib/paths.mts';
import { type DemoSignIns, seedDemoPrison } from './seed-demo-prison.mts';

let dataDir: string;
let gateway: ChildProcess;
let webUrl: string;
let signIns: DemoSignIns;

/** A real gateway process, as scripts/start runs it. */
function startGateway(): Promise<void> {
  gateway = spawn(process.execPath, [inProject('gateway/start.ts')], {
    env: {
      THROUGHLINE_GATEWAY_DATA: join(dataDir, 'gateway'),
      THROUGHLINE_GATEWAY_WEB_PORT: '0',
      THROUGHLINE_GATEWAY_TABLET_PORT: '0',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    gateway.once('exit', (code) => reject(new Error(`The gateway ended (${String(code)})`)));
    gateway.stdout?.on('data', (said: Buffer) => said.includes('gateway ready') && resolve());
  });
}

const seed = (): Promise<DemoSignIns> => seedDemoPrison({ dataDir, webUrl, familyUrl: 'http://localhost:1' });

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'throughline-seed-'));
  mkdirSync(join(dataDir, 'gateway'));
  await startGateway();
  ({ webUrl } = JSON.parse(readFileSync(join(dataDir, 'gateway', 'doors.json'), 'utf8')) as { webUrl: string });
  signIns = await seed();
}, 90_000);
afterAll(() => {
  gateway.kill('SIGKILL');
  rmSync(dataDir, { recursive: true, force: true });
});

describe('the demo prison', () => {
  it('has an account for each role, three people with codes for both tablets, and somebody outside', () => {
    expect(Object.keys(signIns.staff).sort()).toEqual([
      'administrator',
      'auditor',
      'education',
      'governor',
      'healthcare',
      'keyworker',
      'moderator',
      'safer-custody',
      'security',
      'substance-misuse',
      'tutor',
    ]);
    expect(signIns.prisoners).toHaveLength(3);
    for (const { kioskCode, browserCode, suggestedPin, prisonerNumber } of signIns.prisoners) {
      expect([parseCode(kioskCode), parseCode(browserCode)]).not.toContain(undefined);
      expect(checkPin(suggestedPin, prisonerNumber).ok).toBe(true);
    }
    expect(signIns.family).toMatchObject({
      contact: 'Karen Marsh',
      invitationCode: expect.stringMatching(/^[\w-]{12,}$/),
    });
  });

  it('writes settings that a real tablet takes', () => {
    const settings = parseSettings(readFileSync(join(dataDir, 'tablet', 'settings.json'), 'utf8'));
    expect(settings).toMatchObject({ ok: true, value: { establishment: 'HMP Marlow Hill' } });
  });

  it('is the same at the next start: nothing is made twice and no code changes', async () => {
    expect(await seed()).toEqual(signIns);
  }, 30_000);

  it('says that a code is used once it is', async () => {
    const code = parseCode(signIns.tablets.browser.enrolmentCode);
    const headers = { origin: webUrl, 'content-type': 'application/json' };
    const enrolled = await fetch(`${webUrl}/tablet/enrol`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ code, appVersion: '1' }),
    });
    expect(enrolled.status).toBe(200);
    const again = await seed();
    expect(again.tablets).toEqual({ kiosk: signIns.tablets.kiosk, browser: { enrolmentCode: 'used' } });
    expect(again.prisoners).toEqual(signIns.prisoners);
  }, 30_000);

  it('ends cleanly when it is told to', async () => {
    const ended = new Promise((resolve) => gateway.once('exit', resolve));
    gateway.kill('SIGTERM');
    expect(await ended).toBe(0);
  }, 15_000);
});
