import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CODE_ALPHABET } from '../enrolment/schema.ts';
import type { Manifest } from '../packs/manifest.ts';
import { certificateSecrets, finishCertificateNumber, foldSurname, parseCertificateNumber } from './certificate.ts';
import { checkCertificate } from './certificate-rules.ts';
import { EMPTY_TALLY } from './progress-tally.ts';

const random = fc.string({ unit: fc.constantFrom(...CODE_ALPHABET), minLength: 14, maxLength: 14 });

describe('the number of a certificate', () => {
  it('is read however it is typed', () => {
    fc.assert(
      fc.property(random, (signs) => {
        const number = finishCertificateNumber(signs);
        expect(parseCertificateNumber(` ${number.toLowerCase().replaceAll('-', ' ')}`)).toBe(number);
      }),
    );
  });

  it('shows every single wrong character and every exchange of two neighbours', () => {
    fc.assert(
      fc.property(random, fc.nat(15), fc.nat(24), (signs, at, step) => {
        const plain = [...finishCertificateNumber(signs).replaceAll('-', '')];
        const wrong = plain.with(at, CODE_ALPHABET.charAt((CODE_ALPHABET.indexOf(plain[at] ?? '') + 1 + step) % CODE_ALPHABET.length));
        expect(parseCertificateNumber(wrong.join(''))).toBeUndefined();
        const [here, next] = [plain[at] ?? '', plain[at + 1] ?? ''];
        if (at < 15 && here !== next) expect(parseCertificateNumber(plain.with(at, next).with(at + 1, here).join(''))).toBeUndefined();
      }),
    );
  });

  it('goes with a surname however that is written', () => {
    expect(foldSurname('O’Neill-Ŵyn')).toBe(foldSurname('oneill wyn'));
    expect(certificateSecrets('N', 'Łuczak').id).not.toBe(certificateSecrets('N', 'Reed').id);
  });
});

const items = [
  { activityId: 'c.read', kind: 'lesson', completion: { rule: 'viewed' } },
  { activityId: 'c.test', kind: 'quiz', completion: { rule: 'score', atLeast: 0.7 } },
  { activityId: 'c.task', kind: 'assignment', completion: { rule: 'manual' } },
] as unknown as Manifest['items'];
const course = { items, certificate: { title: { en: 'Reading' }, minSeconds: 600 } };
const tally = (fields: Partial<typeof EMPTY_TALLY>) => ({ ...EMPTY_TALLY, opened: true, ...fields });
const scored = (fraction: number) => ({ eventId: 'a', at: 1, fraction, passed: false, byScore: true });
const saidPassed = { eventId: 'b', at: 2, fraction: undefined, passed: true, byScore: false };
const whole = { 'c.read': tally({ completed: true, workedMs: 500_000 }), 'c.test': tally({ attempts: [scored(0.7)], workedMs: 100_000 }), 'c.task': tally({ attempts: [saidPassed] }) };
const check = (changed: Readonly<Record<string, ReturnType<typeof tally>>>) => checkCertificate(course, new Map(Object.entries({ ...whole, ...changed })));

describe('the rule of a certificate', () => {
  it('is met when everything is done, quizzes and written work are passed, and the time was spent', () => {
    expect(check({})).toEqual({ ok: true, value: { seconds: 600, results: [{ activityId: 'c.test', passMark: 0.7, best: 0.7 }] } });
  });

  it('is not met by a quiz that needs another go, however good the rest is', () => {
    const tried = tally({ completed: true, attempts: [scored(0.6)], workedMs: 900_000 });
    expect(check({ 'c.test': tried })).toMatchObject({ error: { code: 'not-done', activityIds: ['c.test'] } });
  });

  it('is not met by a quiz or task that was only looked at', () => {
    expect(check({ 'c.test': tally({ completed: true }), 'c.task': tally({ completed: true }) })).toMatchObject({
      error: { code: 'not-done', activityIds: ['c.test', 'c.task'] },
    });
  });

  it('is not met by a lesson that the course wants listened to and that was only paged through', () => {
    const heard = [{ ...items[0], completion: { rule: 'listened', atLeast: 0.9 } }, ...items.slice(1)] as Manifest['items'];
    const after = (share: number) => checkCertificate({ ...course, items: heard }, new Map(Object.entries({ ...whole, 'c.read': tally({ completed: true, share, workedMs: 500_000 }) })));
    expect(after(0.5)).toMatchObject({ error: { code: 'not-done', activityIds: ['c.read'] } });
    expect(after(0.9).ok).toBe(true);
  });

  it('is not met by a quiz that is done when seen, but was not passed', () => {
    const easy = items.map((item) => ({ ...item, completion: item.kind === 'quiz' ? { rule: 'viewed' } : item.completion })) as Manifest['items'];
    expect(checkCertificate({ ...course, items: easy }, new Map(Object.entries({ ...whole, 'c.test': tally({ completed: true }) })))).toMatchObject({ error: { code: 'not-passed', activityIds: ['c.test'] } });
  });

  it('is not met before the time, and says how much is missing', () => {
    expect(check({ 'c.read': tally({ completed: true, workedMs: 1000 }) })).toMatchObject({ error: { code: 'too-little-time', missingSeconds: 499 } });
  });

  it('is not met where a course offers none, or has nothing in it', () => {
    expect(checkCertificate({ items }, new Map(Object.entries(whole)))).toMatchObject({ error: { code: 'none-offered' } });
    expect(checkCertificate({ ...course, items: [] }, new Map())).toMatchObject({ error: { code: 'none-offered' } });
  });
});
