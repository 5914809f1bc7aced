import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inProject } from '../lib/paths.mts';

const root = mkdtempSync(path.join(tmpdir(), 'pack-command-'));
const source = inProject('content-packs/sources/using-this-tablet');
const pack = path.join(root, 'a.pack');
const key = path.join(root, 'keys/education-1.pem');
const publicKey = path.join(root, 'keys/education-1.public.json');

beforeAll(async () => {
  await run('keys', 'new', '--out', path.join(root, 'keys'), '--name', 'education-1');
  await run('keys', 'new', '--out', path.join(root, 'keys'), '--name', 'security-1', '--role', 'security');
  await run('pack', 'build', source, '--no-narrate', '--out', pack, '--key', key);
}, 60_000);

afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

describe('throughline keys new', () => {
  it('keeps the private key from others and never overwrites one', async () => {
    expect(statSync(key).mode & 0o777).toBe(0o600);
    const before = readFileSync(key);
    const again = await run('keys', 'new', '--out', path.join(root, 'keys'), '--name', 'education-1');
    expect(again).toMatchObject({ code: 1, sentence: `${key} is already there; a key is never overwritten.` });
    expect(readFileSync(key).equals(before)).toBe(true);
  });

  it.each([['../up'], ['Big Name'], ['']])('refuses the name %j', async (name) => {
    expect((await run('keys', 'new', '--out', root, '--name', name)).code).toBe(1);
  });
});

describe('throughline pack', () => {
  it('checks, and lists what is wrong with file and line', async () => {
    expect((await run('pack', 'check', source, '--no-browser')).code).toBe(0);
    const broken = path.join(root, 'broken');
    cpSync(source, broken, { recursive: true });
    writeFileSync(path.join(broken, 'en/04-learning.md'), '# Learning\n\n![](../media/learning.svg)\n');
    const checked = await run('pack', 'check', broken, '--no-browser');
    expect(checked.code).toBe(1);
    expect(checked.out).toContain('en/04-learning.md, line 3: The picture ../media/learning.svg needs a description');
    expect(checked.sentence).toBe('1 thing must be put right before this can be a pack.');
    const json = JSON.parse((await run('pack', 'check', broken, '--json')).out) as { ok: boolean; problems: unknown[] };
    expect(json.ok).toBe(false);
    expect((await run('pack', 'build', broken, '--out', path.join(root, 'none'))).code).toBe(1);
    expect(existsSync(path.join(root, 'none'))).toBe(false);
  });

  it('verifies what it built, and tells the gateway as JSON', async () => {
    const { code, out } = await run('pack', 'verify', pack, '--trust', publicKey, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      ok: true,
      packId: 'using-this-tablet',
      version: 1,
      signedBy: [{ keyId: 'education-1', role: 'education' }],
    });
  });

  it('refuses in one sentence, with the code in the JSON, and writes nothing', async () => {
    const out = path.join(root, 'exploded');
    const trust = path.join(root, 'keys/security-1.public.json');
    const refused = await run('pack', 'explode', pack, '--out', out, '--trust', trust, '--json');
    expect(refused.code).toBe(1);
    expect(refused.sentence).toBe('The pack is signed, but by nobody named with --trust.');
    expect(JSON.parse(refused.out)).toMatchObject({ ok: false, error: { code: 'key-not-trusted' } });
    expect(existsSync(out)).toBe(false);
  });

  it('signs for a second person and unpacks only with both', async () => {
    const both = path.join(root, 'both.pack');
    cpSync(pack, both);
    const trust = ['--trust', publicKey, path.join(root, 'keys/security-1.public.json'), '--threshold', '2'];
    expect((await run('pack', 'verify', both, ...trust)).sentence).toBe('The pack lacks a signature it needs.');
    const securityKey = path.join(root, 'keys/security-1.pem');
    expect((await run('pack', 'sign', both, '--key', securityKey, '--role', 'education')).code).toBe(1);
    expect((await run('pack', 'sign', both, '--key', securityKey, '--role', 'security')).code).toBe(0);
    const out = path.join(root, 'both');
    expect((await run('pack', 'explode', both, '--out', out, '--require', 'education,security', ...trust)).code).toBe(
      0,
    );
    expect(existsSync(path.join(out, 'packs/using-this-tablet/1/manifest.json'))).toBe(true);
  });

  it.each([
    [['pack', 'verify', '/no/such.pack', '--trust', publicKey]],
    [['pack', 'verify', pack, '--trust', '/no/such.json']],
    [['pack', 'build', '/no/such/source', '--out', path.join(root, 'none')]],
    [['pack', 'build', source, '--out', path.join(root, 'none'), '--pack-version', 'two']],
    [['pack', 'sign', pack, '--key', '/no/such.pem']],
  ])('says in a sentence what is wrong with %j, with no stack trace', async (args) => {
    const { code, err } = await run(...args);
    expect(code).not.toBe(0);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(err).not.toMatch(/\bat .*:\d+/);
    expect(existsSync(path.join(root, 'none'))).toBe(false);
  });
});

type Ran = { readonly code: number; readonly out: string; readonly err: string; readonly sentence: string };

/** Runs the real command line as its own process. */
function run(...args: readonly string[]): Promise<Ran> {
  return new Promise((resolve) => {
    execFile(process.execPath, [inProject('scripts/throughline.mts'), ...args], (error, out, err) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1;
      resolve({ code, out, err, sentence: err.trim().split('\n').at(-1) ?? '' });
    });
  });
}
