import { expect, it } from 'vitest';
import { createCameraGrant } from './camera-grant.ts';
import { isGranted } from './lockdown/permissions.ts';

const VIDEO = { mediaTypes: ['video'], isMainFrame: true };

it('the camera is open only where the settings say that there is one, for two minutes, and until it is closed', () => {
  let now = 1000;
  const none = createCameraGrant(false, () => now);
  expect([none.open(), none.isOpen()]).toEqual([false, false]);
  const grant = createCameraGrant(true, () => now);
  expect(grant.isOpen()).toBe(false);
  expect([grant.open(), grant.isOpen()]).toEqual([true, true]);
  now += 120_000;
  expect(grant.isOpen()).toBe(false);
  grant.open();
  grant.close();
  expect(grant.isOpen()).toBe(false);
});

it('while it is open, only our own page gets it, only pictures, and never a frame in it', () => {
  const open = () => true;
  expect(isGranted('app', 'media', VIDEO, open)).toBe(true);
  expect(isGranted('app', 'media', VIDEO, () => false)).toBe(false);
  expect(isGranted('pack', 'media', VIDEO, open)).toBe(false);
  expect(isGranted('app', 'media', { ...VIDEO, isMainFrame: false }, open)).toBe(false);
  for (const mediaTypes of [['video', 'audio'], ['audio'], [], undefined]) expect(isGranted('app', 'media', { mediaTypes, isMainFrame: true }, open)).toBe(false);
  expect(isGranted('app', 'media', { mediaType: 'video', isMainFrame: true }, open)).toBe(true);
  expect(isGranted('app', 'media', { mediaType: 'audio', isMainFrame: true }, open)).toBe(false);
  for (const power of ['geolocation', 'notifications', 'midi', 'display-capture', 'clipboard-read']) expect(isGranted('app', power, VIDEO, open)).toBe(false);
});
