import { expect, it } from 'vitest';
import { createKioskShell } from './kiosk-shell.ts';

it('hands on what the schema of the call allows, and nothing else', async () => {
  const answer = { shell: 'kiosk', appVersion: '1', tablet: null, vaultBinding: 'device-secret', secret: 'x' };
  expect(await createKioskShell({ status: async () => answer }).status()).not.toHaveProperty('secret');
});

it('an answer of another form is an error, not a surprise later', async () => {
  const shell = createKioskShell({ status: async () => ({ shell: 'toaster' }) });
  await expect(shell.status()).rejects.toThrow();
});

it('a call the preload does not offer is an error that names it', async () => {
  await expect(createKioskShell({}).signOut()).rejects.toThrow('signOut');
});
