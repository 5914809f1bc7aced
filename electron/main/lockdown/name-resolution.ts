import { heldIf, type Measure } from './measure.ts';

export const nameResolution: Measure = {
  name: 'name-resolution',
  why: '`dns-prefetch` and Chromium itself ask for names outside every filter; a name can carry a message (security.md 5 D58).',
  apply: ({ app }) => {
    app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  },
  check: async ({ session }) => {
    const resolved = await session.resolveHost('localhost').then(
      () => true,
      () => false,
    );
    return heldIf(!resolved);
  },
};
