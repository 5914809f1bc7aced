/** What a stand-in shell starts with. All of it is plain data, so that it can be handed into a page. */
export type DevShellSeed = {
  readonly enrolled: boolean;
  /** The page's changes for the person who signs in, as the gateway would have sealed them. */
  readonly changes?: readonly unknown[];
  /** Changes of the tablet's own stream. */
  readonly tabletChanges?: readonly unknown[];
  readonly reachable?: boolean;
  readonly failuresSinceSignIn?: number;
  readonly displayName?: string;
};

/**
 * Puts a shell into a page as the kiosk's preload would: same names, same answers, nothing behind them. Prison number
 * `A1234BC`, PIN `502817`, tablet code and slip code `BCDF2346`. Seals are base64url of the plain text. The function
 * is handed into a browser as its own source, so it uses nothing outside itself.
 */
export function installDevShell(seed: DevShellSeed): void {
  const tablet = { tabletId: '00000000-0000-4000-8000-000000000001', name: 'Tablet 14', establishment: 'HMP Brynfield' };
  const personId = '00000000-0000-4000-8000-000000000002';
  const state = { enrolled: seed.enrolled, signedIn: false, here: seed.enrolled, failures: 0, cursor: 0 };
  const ok = (value: unknown) => ({ ok: true, value });
  const fail = (code: string, waitFor?: number) => ({ ok: false, error: { code, ...(waitFor === undefined ? {} : { waitFor }) } });
  const encode = (text: string): string => {
    const bytes = new TextEncoder().encode(text);
    let raw = '';
    for (const byte of bytes) raw += String.fromCharCode(byte);
    return btoa(raw).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  };
  const decode = (text: string): string => {
    const raw = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    return new TextDecoder().decode(Uint8Array.from(raw, (sign) => sign.charCodeAt(0)));
  };
  const signedIn = () => ({
    personId,
    displayName: seed.displayName ?? 'Sam Jones',
    lookup: '0123456789abcdef0123456789abcdef',
    dataKey: 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8',
    failuresSinceSignIn: seed.failuresSinceSignIn ?? 0,
  });
  const status = () => ({ shell: 'kiosk', appVersion: '0.1.0', tablet: state.enrolled ? tablet : null, vaultBinding: 'device-secret' });
  type Given = Record<string, never> & { streams: { stream: string; personId?: string; cursor: string | null }[]; operations: { id: string }[] };
  const pageOf = (stream: Given['streams'][number]) => {
    const fresh = stream.cursor === null;
    const common = { kind: fresh ? 'reset' : 'changes', nextCursor: 'seen', more: false };
    if (stream.stream === 'tablet') return { stream: 'tablet', ...common, changes: fresh ? (seed.tabletChanges ?? []) : [] };
    const sealed = fresh && seed.changes !== undefined ? { enc: '', box: encode(JSON.stringify(seed.changes)) } : null;
    return { stream: 'person', personId: stream.personId, ...common, sealed };
  };
  const calls: Record<string, (input: never) => unknown> = {
    status,
    enrol: ({ code }: { code: string }) => {
      if (code.replace('-', '') !== 'BCDF2346') return fail('code-unknown');
      state.enrolled = true;
      return ok(status());
    },
    firstSignIn: ({ code }: { code: string }) => {
      if (code.replace('-', '') !== 'BCDF2346') return fail('code-unknown');
      state.signedIn = true;
      state.here = true;
      return ok(signedIn());
    },
    signIn: ({ prisonerNumber, pin }: { prisonerNumber: string; pin: string }) => {
      if (!state.here || prisonerNumber !== 'A1234BC') return fail('not-on-this-tablet');
      if (pin !== '502817') {
        state.failures += 1;
        return fail('wrong-pin', state.failures < 3 ? 0 : 10_000);
      }
      state.failures = 0;
      state.signedIn = true;
      return ok(signedIn());
    },
    signOut: () => {
      state.signedIn = false;
      return ok(null);
    },
    sealOperation: ({ id, sequence, part }: { id: string; sequence: number; part: unknown }) =>
      state.signedIn ? ok({ id, personId, sequence, enc: '', box: encode(JSON.stringify(part)) }) : fail('signed-out'),
    openChanges: ({ box }: { box: string }) => (state.signedIn ? ok(decode(box)) : fail('signed-out')),
    exchange: ({ operations, streams }: Given) => {
      if (seed.reachable === false) return fail('unreachable');
      const answers = operations.map(({ id }, index) => ({ id, answer: 'accepted', receipt: `ABCD-234${String(6 + (index % 4))}`, commit: 1, at: Date.now() }));
      return ok({ serverTime: Date.now(), mark: 'mark', restored: false, answers, pages: streams.map(pageOf), backedUpTo: 0, nextSyncAfter: 60_000 });
    },
    fetchManifest: () => fail('not-found'),
    fetchPiece: () => fail('not-found'),
    fetchFiles: () => fail('not-found'),
    fetchRelease: () => fail('unreachable'),
    stick: () => ({ state: 'none' }),
    openPack: () => fail('not-enrolled'),
    placePack: () => ok(null),
    closePack: () => ok(null),
    camera: () => fail('no-camera'),
    report: () => ({ appVersion: '0.1.0', shell: 'kiosk', battery: 80, charging: false, freeBytes: 8e9, measures: [] }),
    heartbeat: () => ok(null),
  };
  const shell = Object.fromEntries(Object.entries(calls).map(([name, answer]) => [name, async (input: unknown) => answer(input as never)]));
  Object.defineProperty(window, 'shell', { value: shell });
}
