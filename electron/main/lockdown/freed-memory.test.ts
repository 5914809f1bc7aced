import { expect, it } from 'vitest';
import { FREED_MEMORY_SWITCH } from '../launch-switch.ts';
import { freedMemory } from './freed-memory.ts';
import type { CheckContext } from './measure.ts';

it.each([
  ['held', FREED_MEMORY_SWITCH.split('=')[1] ?? ''],
  ['absent', ''],
  ['failed', 'PartitionAllocPCScanBrowserOnly'],
])('says %s for what the program was started with', async (state, features) => {
  const getSwitchValue = (name: string): string => (name === 'enable-features' ? features : '');
  expect(await freedMemory.check({ app: { commandLine: { getSwitchValue } } } as unknown as CheckContext)).toBe(state);
});
