import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CODE_ALPHABET } from '../enrolment/schema.ts';
import type { Manifest } from '../packs/manifest.ts';
import { certificateSecrets, finishCertificateNumber, foldSurname, parseCertificateNumber } from './certificate.ts';
import { checkCertificate } from './certificate-rules.ts';
import { EMPTY_TALLY } from './progress-tally.ts';
import { figuresOfTally } from './rules.ts';

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
  { activityId: 'c.read', kind: 'lesson' },
  { activityId: 'c.test', kind: 'quiz' },
  { activityId: 'c.task', kind: 'assignment' },
] as unknown as Manifest['items'];
const course = { items, certificate: { title: { en: 'Reading' }, minSeconds: 600 } };
const figures = (fields: Partial<typeof EMPTY_TALLY>) => figuresOfTally({ ...EMPTY_TALLY, opened: true, ...fields });
const whole = { 'c.read': figures({ completed: true, workedMs: 500_000 }), 'c.test': figures({ passed: true, workedMs: 100_000 }), 'c.task': figures({ passed: true }) };
const check = (changed: Readonly<Record<string, ReturnType<typeof figures> | undefined>>) => checkCertificate(course, (id) => ({ ...whole, ...changed })[id]);

describe('the rule of a certificate', () => {
  it('is met when everything is done, quizzes and written work are passed, and the time was spent', () => {
    expect(check({})).toEqual({ ok: true, value: { seconds: 600 } });
  });

  it('is not met by a quiz that needs another go, however good the rest is', () => {
    const tried = figures({ completed: true, attempts: [{ eventId: 'a', at: 1, fraction: 0.6, passed: false }], workedMs: 900_000 });
    expect(check({ 'c.test': tried })).toMatchObject({ error: { code: 'not-done', activityIds: ['c.test'] } });
  });

  it('is not met by a quiz or task that was only looked at', () => {
    expect(check({ 'c.test': figures({ completed: true }), 'c.task': figures({ completed: true }) })).toMatchObject({
      error: { code: 'not-passed', activityIds: ['c.test', 'c.task'] },
    });
  });

  it('is not met before the time, and says how much is missing', () => {
    expect(check({ 'c.read': figures({ completed: true, workedMs: 1000 }) })).toMatchObject({ error: { code: 'too-little-time', missingSeconds: 499 } });
  });

  it('is not met where a course offers none, or has nothing in it', () => {
    expect(checkCertificate({ items }, (id) => whole[id as 'c.read'])).toMatchObject({ error: { code: 'none-offered' } });
    expect(checkCertificate({ ...course, items: [] }, () => undefined)).toMatchObject({ error: { code: 'none-offered' } });
  });
});
