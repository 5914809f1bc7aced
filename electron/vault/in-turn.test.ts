import { expect, it } from 'vitest';
import { inTurn } from './in-turn.ts';

it('begins nothing before what came earlier has ended, well or badly', async () => {
  const takeTurn = inTurn();
  const steps: string[] = [];
  const step = (name: string, end: () => Promise<string>) => async () => {
    steps.push(`${name} begins`);
    const outcome = await end();
    steps.push(`${name} ends`);
    return outcome;
  };
  const outcomes = await Promise.allSettled([
    takeTurn(step('one', () => new Promise((resolve) => setImmediate(() => resolve('well'))))),
    takeTurn(step('two', () => Promise.reject(new Error('badly')))),
    takeTurn(step('three', async () => 'well')),
  ]);
  expect(steps).toEqual(['one begins', 'one ends', 'two begins', 'three begins', 'three ends']);
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});
