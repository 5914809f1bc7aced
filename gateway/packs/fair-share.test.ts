import { expect, it } from 'vitest';
import { createFairShare } from './fair-share.ts';

it('MOVE-6 two hundred tablets at unlock come one behind the other, none twice at once, and all are served', () => {
  let now = 0;
  const share = createFairShare(
    () => now,
    () => 0.5,
    { places: 4, turnMs: 100 },
  );
  const waiting = new Map(Array.from({ length: 200 }, (_, index) => [`tablet-${String(index)}`, 0]));
  const ends: { readonly at: number; readonly giveBack: () => void }[] = [];
  let [most, tries] = [0, 0];
  for (; waiting.size > 0 && now < 60_000; now += 5) {
    for (const end of ends.splice(0)) {
      if (end.at <= now) end.giveBack();
      else ends.push(end);
    }
    for (const [tablet, at] of waiting) {
      if (at > now) continue;
      tries += 1;
      const place = share.take(tablet);
      if (place.ok) {
        waiting.delete(tablet);
        ends.push({ at: now + 100, giveBack: place.value });
        most = Math.max(most, ends.length);
      } else waiting.set(tablet, now + place.error.retryAfter);
    }
  }
  expect([waiting.size, most]).toEqual([0, 4]);
  expect(tries).toBeLessThan(200 * 2);
});

it('one tablet has one stream, and a place given back twice is one place', () => {
  const share = createFairShare(
    () => 0,
    () => 0,
    { places: 2, turnMs: 100 },
  );
  const place = share.take('one');
  expect(share.take('one')).toMatchObject({ ok: false, error: { code: 'busy' } });
  if (!place.ok) throw new Error('no place');
  place.value();
  place.value();
  expect([share.take('one').ok, share.take('two').ok, share.take('three').ok]).toEqual([true, true, false]);
});
