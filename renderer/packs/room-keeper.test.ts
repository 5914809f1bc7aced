import { expect, it } from 'vitest';
import type { Room } from './pack-room.ts';
import { createRoomKeeper } from './room-keeper.ts';

const QUOTA = 1000;
const told = (free: number): Room => ({ free, quota: QUOTA });

function deviceSaying(free: number) {
  const device: { room: Room | undefined; now: number } = { room: told(free), now: 0 };
  return { device, keeper: createRoomKeeper(async () => device.room, () => device.now) };
}

it('MOVE-4 what was freed counts at once and on every later look, though the device does not say so yet', async () => {
  const { keeper } = deviceSaying(100);
  expect(await keeper.makeRoom(async () => 300)).toBe(300);
  await keeper.makeRoom(async () => 50);
  for (let looks = 0; looks < 3; looks += 1) expect(await keeper.look()).toEqual(told(450));
});

it('MOVE-4 freed room is not given out twice: what was written since is taken off, and a device that caught up adds nothing', async () => {
  const { device, keeper } = deviceSaying(100);
  await keeper.makeRoom(async () => 300);
  keeper.noteKept(120);
  expect(await keeper.look()).toEqual(told(280));
  device.room = told(280);
  expect(await keeper.look()).toEqual(told(280));
});

it('MOVE-4 after a minute, or when the clock was set, the device’s own word is all that counts', async () => {
  const { device, keeper } = deviceSaying(100);
  await keeper.makeRoom(async () => 300);
  device.now = 60_001;
  expect(await keeper.look()).toEqual(told(100));
  await keeper.makeRoom(async () => 300);
  device.now = 10;
  expect(await keeper.look()).toEqual(told(100));
});

it('a device that knows nothing of its room, or cannot answer, has it freed all the same', async () => {
  const { device, keeper } = deviceSaying(100);
  device.room = undefined;
  expect(await keeper.makeRoom(async () => 300)).toBe(300);
  expect(await keeper.look()).toBeUndefined();
  const broken = createRoomKeeper(() => Promise.reject(new Error('broken')), () => 0);
  expect(await broken.makeRoom(async () => 300)).toBe(300);
});
