import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseCode } from '#protocol/enrolment/schema.ts';
import { makeReceipt } from './receipt.ts';

const secret = new Uint8Array(32).fill(1);

test('PUSH-4 every receipt can be read back as a code, and the same operation has the same one', () => {
  fc.assert(
    fc.property(fc.uuid(), (id) => {
      const receipt = makeReceipt(secret, id);
      expect(receipt).toMatch(/^.{4}-.{4}$/);
      expect(parseCode(receipt)).toBe(receipt.replace('-', ''));
      expect(makeReceipt(secret, id)).toBe(receipt);
      expect(makeReceipt(new Uint8Array(32).fill(2), id)).not.toBe(receipt);
    }),
  );
});

test('receipts use the whole alphabet about evenly', () => {
  const counts = new Map<string, number>();
  for (let index = 0; index < 2_600; index += 1) for (const character of makeReceipt(secret, String(index)).replace('-', '')) counts.set(character, (counts.get(character) ?? 0) + 1);
  expect(counts.size).toBe(26);
  // 800 each on average; five standard deviations are about 140.
  for (const times of counts.values()) expect(Math.abs(times - 800)).toBeLessThan(160);
});
