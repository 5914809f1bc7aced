import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { finishCertificateNumber } from '#protocol/education/certificate.ts';
import { createFamilyApp } from '../app.ts';
import { openFamilyDatabase, type FamilyDatabase } from '../db/open-family-database.ts';
import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import { certificateSecrets } from '#protocol/education/certificate.ts';

const TOKEN = 'a-link-token-of-at-least-thirty-two-characters';
const NUMBER = finishCertificateNumber('BCDFGHJKMNPQRT');
let database: FamilyDatabase;
let app: Awaited<ReturnType<typeof createFamilyApp>>;

beforeEach(async () => {
  const opened = openFamilyDatabase(':memory:');
  if (!opened.ok) throw new Error(opened.error.sentence);
  database = opened.value;
  app = await createFamilyApp({
    ...{ database, clock: () => 1_790_000_000_000, linkToken: TOKEN, portalFolder: '/nowhere' },
    ...{ origin: undefined, requestsPerMinute: 10_000, logger: false },
  });
});
afterEach(async () => {
  await app.close();
  await database.destroy();
});

const headers = { host: 'localhost:80', origin: 'http://localhost:80' };
const tell = (certificates: unknown, token = TOKEN) =>
  app.inject({ method: 'POST', url: '/link/certificates', headers: { ...headers, authorization: `Bearer ${token}` }, payload: certificates as object });
const check = async (number: string, surname: string) =>
  (await app.inject({ method: 'POST', url: '/api/certificates/check', headers, payload: { number, surname } })).json();

/** A certificate as the prison tells it (protocol/family-link `LinkCertificate`). */
function told(revoked = false) {
  const secrets = certificateSecrets(NUMBER, 'Reed');
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', createHash('sha256').update(secrets.key).digest(), nonce);
  const facts = JSON.stringify({ title: 'Fractions', level: ['entry-3'], issuedOn: '2026-11-27' });
  const box = Buffer.concat([nonce, cipher.update(facts), cipher.final(), cipher.getAuthTag()]).toString('base64url');
  return { id: createHash('sha256').update(secrets.id).digest('hex'), box, revoked };
}

describe('checking a certificate', () => {
  it('confirms the course to whoever has number and surname, however they are typed, and needs no account', async () => {
    expect((await tell([told()])).statusCode).toBe(200);
    const valid = { state: 'valid', facts: { title: 'Fractions', level: ['entry-3'], issuedOn: '2026-11-27' } };
    expect(await check(NUMBER, 'Reed')).toEqual(valid);
    expect(await check(NUMBER.toLowerCase().replaceAll('-', ' '), ' réed ')).toEqual(valid);
  });

  it('has one answer for a wrong number and a wrong surname', async () => {
    await tell([told()]);
    const wrong = [await check(NUMBER, 'Reid'), await check(finishCertificateNumber('BCDFGHJKMNPQRV'), 'Reed'), await check('hello', 'Reed')];
    expect(wrong).toEqual(Array.from({ length: 3 }, () => ({ state: 'unknown' })));
  });

  it('says of one that was taken back that it is void, and nothing of the course', async () => {
    await tell([told()]);
    await tell([told(true)]);
    expect(await check(NUMBER, 'Reed')).toEqual({ state: 'revoked' });
  });

  it('keeps nothing in which a name, a course or a number can be read', async () => {
    await tell([told()]);
    const rows = JSON.stringify(await database.selectFrom('certificates').selectAll().execute());
    for (const word of ['Reed', 'reed', 'Fractions', NUMBER, NUMBER.replaceAll('-', '')]) expect(rows).not.toContain(word);
  });

  it('takes no certificates without the prison’s token, and none of another form', async () => {
    expect((await tell([told()], 'wrong')).statusCode).toBe(401);
    expect((await tell([{ ...told(), id: 'x' }])).statusCode).toBe(400);
    expect(await check(NUMBER, 'Reed')).toEqual({ state: 'unknown' });
  });

  it('lets nobody try numbers for long, and reads no oversized words', async () => {
    expect((await check('x'.repeat(5000), 'Reed')).code).toBe('invalid-request');
    const answers = [];
    for (let tries = 0; tries < 12; tries += 1) answers.push((await check(NUMBER, `guess${String(tries)}`)).code);
    expect(answers).toContain('too-many-tries');
  });
});
