import { describe, expect, it } from 'vitest';
import { breathAt, compareRatings, elapsedOf, isStillHard, stageAt, talkAt, timeLeft } from './rules.ts';
import type { TalkStep, TimerStep } from './technique.ts';
import { techniques } from './techniques.ts';

const wave = techniques['ride-the-wave'].steps.find((step): step is TimerStep => step.kind === 'timer')!;
const door = techniques['say-no'].steps.find((step): step is TalkStep => step.kind === 'talk')!;

describe('a clock', () => {
  it('counts the time the screen slept', () => {
    expect(elapsedOf({ 'ride.ran': 1000, 'ride.since': 10_000 }, 'ride', 70_000)).toBe(61_000);
  });

  it('stands while it is paused, and was never started without an answer', () => {
    expect(elapsedOf({ 'ride.ran': 1000, 'ride.since': 0 }, 'ride', 70_000)).toBe(1000);
    expect(elapsedOf({}, 'ride', 70_000)).toBeUndefined();
  });

  it('takes nothing away when the tablet’s clock is put back', () => {
    expect(elapsedOf({ 'ride.ran': 4000, 'ride.since': 10_000 }, 'ride', 5000)).toBe(4000);
  });

  it('shows its stages one after the other, the last to the end and beyond', () => {
    const seen = Array.from({ length: 301 }, (_, second) => stageAt(wave, second * 1000));
    expect([...new Set(seen)]).toEqual(wave.stages);
    expect(stageAt(wave, 1_000_000)).toBe(wave.stages.at(-1));
  });

  it('says what is left in minutes and seconds, never less than none', () => {
    expect(timeLeft(300, 0)).toEqual({ minutes: 5, seconds: 0 });
    expect(timeLeft(300, 61_500)).toEqual({ minutes: 3, seconds: 59 });
    expect(timeLeft(300, 400_000)).toEqual({ minutes: 0, seconds: 0 });
  });

  it('breathes in for four, holds for two and out for six seconds', () => {
    expect([0, 3999, 4000, 5999, 6000, 11_999, 12_000].map(breathAt)).toEqual(['in', 'in', 'hold', 'hold', 'out', 'out', 'in']);
  });
});

describe('a talk', () => {
  it('is where its words have led', () => {
    expect(talkAt(door, ['no', 'tea', 'walk'])).toMatchObject({ node: 'clear', at: { end: 'good' } });
  });

  it('goes as far as what can be said there', () => {
    expect(talkAt(door, ['no', 'never', 'walk'])).toMatchObject({ node: 'push', turns: [{ node: 'offer', choice: 'no' }] });
  });
});

describe('two ratings', () => {
  it('are better when a pull fell, and when being sure rose', () => {
    expect(compareRatings('pull', { before: 7, after: 4 })).toBe('better');
    expect(compareRatings('sure', { before: 4, after: 7 })).toBe('better');
    expect(compareRatings('sure', { before: 7, after: 4 })).toBe('worse');
    expect(compareRatings('stress', { before: 5, after: 5 })).toBe('same');
  });

  it('are not compared when one was left out', () => {
    expect(compareRatings('pull', { before: null, after: 4 })).toBeUndefined();
  });

  it('offer help when it is still very hard, on either kind of scale', () => {
    expect(isStillHard('pull', 8)).toBe(true);
    expect(isStillHard('pull', 7)).toBe(false);
    expect(isStillHard('hope', 1)).toBe(true);
    expect(isStillHard('hope', null)).toBe(false);
  });
});
