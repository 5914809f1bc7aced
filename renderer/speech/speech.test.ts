import { expect, it } from 'vitest';
import { clipNameOf } from './clip-name.ts';
import { planSpeech } from './plan-speech.ts';
import { spokenForm } from './spoken-form.ts';
import { startReading, type ReadingState, type Utterance } from './start-reading.ts';

/** Something that sounds until the test lets it end. */
function fakeSound(log: string[], name: string) {
  let settle: (heard: boolean) => void = () => undefined;
  const ended = new Promise<boolean>((resolve) => { settle = resolve; });
  const utterance: Utterance = {
    prepare: async () => () => {
      log.push(`begin ${name}`);
      return { pause: () => log.push(`pause ${name}`), goOn: () => log.push(`on ${name}`), stop: () => { log.push(`stop ${name}`); settle(false); }, ended };
    },
  };
  return { utterance, end: () => { settle(true); } };
}

const NO_SOUND: Utterance = { prepare: async () => undefined };
const settled = async () => { for (let turn = 0; turn < 20; turn += 1) await Promise.resolve(); };

it('lines are heard one after the other, and what cannot be played is passed over', async () => {
  const log: string[] = [];
  const states: ReadingState[] = [];
  const [one, two] = [fakeSound(log, 'one'), fakeSound(log, 'two')];
  startReading([one.utterance, NO_SOUND, two.utterance], (state) => states.push(state));
  await settled();
  expect(log).toEqual(['begin one']);
  one.end();
  await settled();
  two.end();
  await settled();
  expect(log).toEqual(['begin one', 'begin two']);
  expect(states).toEqual(['speaking', 'silent']);
});

it('pauses, goes on, and stops for good', async () => {
  const log: string[] = [];
  const states: ReadingState[] = [];
  const [one, two] = [fakeSound(log, 'one'), fakeSound(log, 'two')];
  const reading = startReading([one.utterance, two.utterance], (state) => states.push(state));
  await settled();
  reading.pause();
  reading.goOn();
  reading.stop();
  reading.goOn();
  await settled();
  expect(log).toEqual(['begin one', 'pause one', 'on one', 'stop one']);
  expect(states).toEqual(['speaking', 'paused', 'speaking', 'silent']);
});

it('there is one voice at a time: a second reading stops the first', async () => {
  const log: string[] = [];
  const [one, two] = [fakeSound(log, 'one'), fakeSound(log, 'two')];
  startReading([one.utterance], () => undefined);
  await settled();
  startReading([two.utterance], () => undefined).stop();
  expect(log).toEqual(['begin one', 'stop one']);
});

it('a reading of which nothing could be heard says so', async () => {
  const states: ReadingState[] = [];
  startReading([NO_SOUND, { prepare: () => Promise.reject(new Error('gone')) }], (state) => states.push(state));
  await settled();
  expect(states).toEqual(['speaking', 'failed']);
});

it('what was built is planned, and what has no sound and no voice is left out', async () => {
  const built = new Set([await clipNameOf('cy', 'Helo')]);
  const clips = { names: async () => built, load: async () => undefined };
  expect(await planSpeech(['Helo', '', 'Am 3 diwrnod'], { language: 'cy', voice: undefined, clips })).toHaveLength(1);
  expect(await planSpeech(['Am 3 diwrnod'], { language: 'cy', voice: undefined, clips })).toEqual([]);
  const voice = { lang: 'cy-GB', localService: true } as SpeechSynthesisVoice;
  expect(await planSpeech(['Helo', 'Am 3 diwrnod'], { language: 'cy', voice, clips })).toHaveLength(2);
});

it('the same words in another language are another sound', async () => {
  expect(await clipNameOf('en', 'Stop')).toMatch(/^[0-9a-f]{16}$/);
  expect(await clipNameOf('en', ' Stop ')).toBe(await clipNameOf('en', 'Stop'));
  expect(await clipNameOf('cy', 'Stop')).not.toBe(await clipNameOf('en', 'Stop'));
});

it('a voice gets a telephone number digit by digit and no marks of direction', () => {
  expect(spokenForm('Samaritans: \u200F\u2066116 123\u2069')).toBe('Samaritans: 1 1 6, 1 2 3');
  expect(spokenForm('In 1999 there were 12')).toBe('In 1999 there were 12');
});
