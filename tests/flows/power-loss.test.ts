import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { settledTablet } from '../support/prison/given-tablet.ts';
import { openPrison, type FamilyMember, type Prison, type Tablet } from '../support/prison-in-a-box.ts';

const GATEWAY_CUTS = 15;
const TABLET_CUTS = 8;
const MUM = 'Karen Marsh';
/** Another seed by THROUGHLINE_SEED; it is in the title of each test, so that a failure can be had again. */
const SEED = Number(process.env['THROUGHLINE_SEED'] ?? 20_261_122);

describe(`power cuts at moments that seed ${String(SEED)} chooses`, () => {
  let prison: Prison;
  let mum: FamilyMember & { readonly code: string };
  const moments = chance(SEED);

  beforeAll(async () => {
    prison = await openPrison();
    mum = await prison.mother();
    await mum.join(mum.code);
  });
  afterAll(() => prison.close());

  it(`the gateway is cut off ${String(GATEWAY_CUTS)} times while messages are handed over, and each is held once, in order`, async () => {
    const tablet = await settledTablet(prison, prison.daniel);
    const written: string[] = [];
    for (let cut = 1; cut <= GATEWAY_CUTS; cut += 1) {
      const words = `Letter ${String(cut).padStart(2, '0')} of the gateway`;
      await tablet.writeTo(MUM, words);
      written.push(words);
      await atSomeMoment(moments, 400);
      await prison.gateway.kill();
      await prison.gateway.start();
    }
    await tablet.handOverAll();
    expect(await bodiesAtGateway(prison)).toEqual(written);
    expect(await tablet.thread(MUM)).toEqual(written);
    await tablet.stop();
  });

  it('the gateway is cut off while messages go out to the family, who gets each once, in order', async () => {
    const moderator = await prison.staff('moderator');
    const written = await bodiesAtGateway(prison);
    for (const [at, words] of written.entries()) {
      await moderator.release(words);
      if (at % 3 !== 0) continue;
      await atSomeMoment(moments, 60);
      await prison.gateway.kill();
      await prison.gateway.start();
    }
    // The link tries again by its own pauses; what counts is what she has in the end.
    await expect.poll(() => mum.thread(), { timeout: 120_000, interval: 1_000 }).toEqual(written);
  });

  it.each(['browser', 'kiosk'] as const)(
    `a tablet (%s) is cut off ${String(TABLET_CUTS)} times while somebody hands in a message, and what it showed as stored is there, once`,
    async (kind) => {
      const tablet = await settledTablet(prison, prison.daniel, kind);
      const begun: string[] = [];
      const stored: string[] = [];
      const mine = (bodies: readonly string[]): readonly string[] => bodies.filter((one) => begun.includes(one));
      for (let cut = 1; cut <= TABLET_CUTS; cut += 1) {
        begun.push(`Letter ${String(cut)} of the ${kind}`);
        await writeUntilCut(tablet, begun.at(-1) ?? '', () => stored.push(begun.at(-1) ?? ''), moments);
        await tablet.start();
        await tablet.signIn(prison.daniel);
        const shown = mine(await tablet.thread(MUM));
        expect(new Set(shown).size, 'nothing is there twice').toBe(shown.length);
        expect(shown, 'what was shown as stored is there').toEqual(expect.arrayContaining(stored));
        await throwDraftAway(tablet);
      }
      const shown = mine(await tablet.thread(MUM));
      await tablet.handOverAll();
      expect(mine(await bodiesAtGateway(prison))).toEqual(shown);
      expect(stored.length, 'some cuts came after the message was stored').toBeGreaterThan(0);
      await tablet.stop();
    },
  );
});

/** Writes a message and pulls the plug in the midst of handing it in, or shortly after. */
async function writeUntilCut(
  tablet: Tablet,
  words: string,
  onStored: () => void,
  moments: () => number,
): Promise<void> {
  const writing = tablet.writeTo(MUM, words).then(onStored);
  const handIn = tablet.page().getByRole('button', { name: /^(Hand in|Storing…)$/ });
  await Promise.race([handIn.waitFor(), writing]);
  await atSomeMoment(moments, 500);
  await tablet.kill();
  await writing.catch(() => undefined);
}

async function bodiesAtGateway(prison: Prison): Promise<readonly string[]> {
  const messages = await (await prison.staff('moderator')).allMessages();
  return messages.map(({ body }) => body);
}

/** A cut in the middle of writing leaves the draft, as it should; the next letter begins with an empty page. */
async function throwDraftAway(tablet: Tablet): Promise<void> {
  const goOn = tablet.page().getByRole('button', { name: 'Go on with your draft' });
  if (!(await goOn.isVisible())) return;
  await goOn.click();
  await tablet.page().getByRole('button', { name: 'Throw the draft away' }).click();
  await tablet.sees('The draft is gone.');
}

/** The moment of a power cut is the one thing here that nothing on a screen tells. */
async function atSomeMoment(moments: () => number, atMost: number): Promise<void> {
  await wait(moments() * atMost);
}

/** Numbers from 0 to 1 that the seed decides (mulberry32). */
function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
