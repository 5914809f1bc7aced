import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Caller,
  type GatewayInTest,
  PASSWORD,
  signIn,
  startGatewayInTest,
} from '../../tests/support/running-gateway.ts';
import { hashPassword, passwordFits } from './password.ts';
import { createSignInBrake } from './sign-in-brake.ts';

const HOUR = 60 * 60 * 1000;
const MINUTE = 60 * 1000;

let prison: GatewayInTest;
let administrator: Caller;
let made = 0;

beforeAll(async () => {
  prison = await startGatewayInTest();
  administrator = await prison.as('administrator');
});
afterAll(() => prison.close());

async function addAccount(role = 'tutor'): Promise<{ staffId: string; username: string }> {
  const username = `someone-${String((made += 1))}`;
  const { body } = await administrator.call('POST', '/api/staff/accounts', {
    body: { username, name: 'Some One', role, password: PASSWORD },
  });
  return { staffId: body.staffId, username };
}

async function signedIn(username: string): Promise<Caller> {
  const caller = prison.browser();
  expect((await signIn(caller, username)).status).toBe(200);
  return caller;
}

const whoAmI = (caller: Caller) => caller.call('GET', '/api/staff/session');

describe('the first administrator', () => {
  it('is made with the token in a file that only the gateway’s user may read, once', async () => {
    const other = await startGatewayInTest();
    try {
      const file = join(other.folder, 'first-administrator.json');
      expect(statSync(file).mode & 0o777).toBe(0o600);
      const { token } = JSON.parse(readFileSync(file, 'utf8'));
      const request = { token, username: 'boss', name: 'Boss', password: PASSWORD };
      const make = (body: object) => other.browser().call('POST', '/api/staff/first-administrator', { body });
      expect((await make({ ...request, token: 'guess' })).body.code).toBe('token-wrong');
      expect((await make({ ...request, password: 'too short' })).body.code).toBe('invalid-request');
      const both = await Promise.all([make(request), make({ ...request, username: 'other' })]);
      expect(both.map((reply) => reply.status).sort()).toEqual([200, 403]);
      expect(existsSync(file)).toBe(false);
      expect((await make(request)).body.code).toBe('token-wrong');
    } finally {
      await other.close();
    }
  });
});

describe('a session', () => {
  it('begins with name and password, whatever case the name is typed in, and says what its role may do', async () => {
    const { username } = await addAccount('auditor');
    const caller = prison.browser();
    const reply = await signIn(caller, username.toUpperCase());
    expect(reply.body).toMatchObject({ staff: { username, role: 'auditor' }, establishment: { name: 'Throughline' } });
    expect(reply.body.actions).toContain('audit.read');
    expect(reply.body.actions).not.toContain('staff.manage');
    expect(String(reply.headers['set-cookie'])).toMatch(
      /^throughline-staff=[\w-]{43}; Path=\/api\/staff; HttpOnly; SameSite=Strict$/,
    );
  });

  it('answers an unknown name and a wrong password alike', async () => {
    const { username } = await addAccount();
    const unknown = await signIn(prison.browser(), 'nobody-here');
    const wrong = await signIn(prison.browser(), username, 'wrong horse battery');
    expect([unknown.status, unknown.body]).toEqual([wrong.status, wrong.body]);
  });

  it('ends by itself after half an hour of silence, and after twelve hours however busy', async () => {
    const { username } = await addAccount();
    const caller = await signedIn(username);
    prison.moveClock(29 * MINUTE);
    expect((await whoAmI(caller)).status).toBe(200);
    prison.moveClock(29 * MINUTE);
    expect((await whoAmI(caller)).status).toBe(200);
    prison.moveClock(31 * MINUTE);
    expect((await whoAmI(caller)).body.code).toBe('not-signed-in');
    const busy = await signedIn(username);
    for (let passed = 0; passed < 12 * HOUR; passed += 20 * MINUTE) {
      expect((await whoAmI(busy)).status).toBe(200);
      prison.moveClock(20 * MINUTE);
    }
    prison.moveClock(MINUTE);
    expect((await whoAmI(busy)).body.code).toBe('not-signed-in');
    prison.moveClock(-(29 * MINUTE * 2 + 31 * MINUTE + 12 * HOUR + MINUTE));
  });

  it('ends when signed out, and its cookie is worth nothing to whoever kept it', async () => {
    const { username } = await addAccount();
    const caller = await signedIn(username);
    const cookie = caller.cookie();
    await caller.call('DELETE', '/api/staff/session');
    expect(caller.cookie()).toBe('');
    expect((await prison.browser({ cookie }).call('GET', '/api/staff/session')).status).toBe(401);
  });

  it('ends when the role or the account is changed by another administrator', async () => {
    const { staffId, username } = await addAccount();
    const change = (body: object) => administrator.call('PATCH', `/api/staff/accounts/${staffId}`, { body });
    const before = await signedIn(username);
    await change({ role: 'education' });
    expect((await whoAmI(before)).status).toBe(401);
    expect((await whoAmI(await signedIn(username))).body.staff.role).toBe('education');
    await change({ active: false });
    expect((await signIn(prison.browser(), username)).body.code).toBe('sign-in-refused');
  });

  it('goes on under a new token when its owner changes the password, and every other one of theirs ends', async () => {
    const { username } = await addAccount();
    const [here, elsewhere] = [await signedIn(username), await signedIn(username)];
    const change = (current: string, next: string) =>
      here.call('POST', '/api/staff/session/password', { body: { current, next } });
    expect((await change('not my password', 'quite another phrase')).body.code).toBe('password-wrong');
    expect((await change(PASSWORD, 'short')).body.code).toBe('invalid-request');
    expect((await change(PASSWORD, 'quite another phrase')).status).toBe(200);
    expect((await whoAmI(here)).status).toBe(200);
    expect((await whoAmI(elsewhere)).status).toBe(401);
    expect((await signIn(prison.browser(), username)).status).toBe(401);
    expect((await signIn(prison.browser(), username, 'quite another phrase')).status).toBe(200);
  });

  it('is kept as a hash: a copied database signs nobody in', async () => {
    const { username } = await addAccount();
    const caller = await signedIn(username);
    const token = caller.cookie().split('=')[1]!;
    for (const file of ['gateway.db', 'gateway.db-wal']) {
      const bytes = readFileSync(join(prison.folder, file)).toString('latin1');
      expect(bytes).not.toContain(token);
      expect(bytes).not.toContain(PASSWORD);
    }
  });
});

describe('accounts', () => {
  it('cannot be raised by their owner, and the last administrator stays', async () => {
    const { body } = await administrator.call('GET', '/api/staff/accounts');
    const own = body.accounts.find((account: { username: string }) => account.username === 'the-administrator');
    expect(
      (await administrator.call('PATCH', `/api/staff/accounts/${String(own.staffId)}`, { body: { role: 'governor' } }))
        .body.code,
    ).toBe('not-yourself');
    const { username } = await addAccount('administrator');
    const second = await signedIn(username);
    expect(
      (await second.call('PATCH', `/api/staff/accounts/${String(own.staffId)}`, { body: { active: false } })).status,
    ).toBe(200);
    expect((await whoAmI(administrator)).status).toBe(401);
    await second.call('PATCH', `/api/staff/accounts/${String(own.staffId)}`, { body: { active: true } });
    await signIn(administrator, 'the-administrator');
  });

  it('have names of their own', async () => {
    const { username } = await addAccount();
    const again = { username, name: 'Another', role: 'tutor', password: PASSWORD };
    expect((await administrator.call('POST', '/api/staff/accounts', { body: again })).body.code).toBe('username-taken');
  });
});

describe('guessing a password', () => {
  it('is slowed more and more, from one place and for one name only', async () => {
    const { username } = await addAccount();
    const codes: string[] = [];
    while (codes.length < 8 && codes.at(-1) !== 'wait') {
      codes.push((await signIn(prison.browser(), username, 'wrong')).body.code);
    }
    expect(codes.slice(0, 3)).toEqual(['sign-in-refused', 'sign-in-refused', 'sign-in-refused']);
    expect(codes.at(-1)).toBe('wait');
    const other = await addAccount();
    expect((await signIn(prison.browser(), other.username)).status).toBe(200);
  });

  it('never locks the owner out elsewhere, and is forgotten when they sign in', () => {
    const brake = createSignInBrake();
    for (let tries = 0; tries < 8; tries += 1) brake.failed('owner', 'guesser', 0);
    expect(brake.waitFor('owner', 'guesser', 0)).toBe(900_000);
    expect(brake.waitFor('owner', 'guesser', 900_000)).toBe(0);
    expect(brake.waitFor('owner', 'elsewhere', 0)).toBe(0);
    brake.failed('owner', 'elsewhere', 0);
    brake.succeeded('owner', 'elsewhere');
    expect(brake.waitFor('owner', 'elsewhere', 0)).toBe(0);
  });

  it('must guess the very characters, however they were typed', async () => {
    const hash = await hashPassword('caf\u00e9 au lait noir');
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await passwordFits('cafe\u0301 au lait noir', hash)).toBe(true);
    expect(await passwordFits('cafe au lait noir', hash)).toBe(false);
  });
});
