import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** The cable between a tablet and its gateway: bytes go through untouched, until it is pulled out. */
export type Relay = {
  readonly port: number;
  /** Every connection breaks, and new ones are refused. */
  readonly cut: () => void;
  readonly mend: () => void;
  /** Pulls the cable out by itself after so many more bytes from the gateway; resolves when that has happened. */
  readonly cutAfter: (bytes: number) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Lays a cable to a port of this machine; `port` is its near end, 0 for one of the system's choice. */
export async function openRelay(target: number, port = 0): Promise<Relay> {
  const cable = createCable();
  const server = createServer((near) => {
    if (cable.isCut()) near.destroy();
    else cable.join(near, connect(target, '127.0.0.1'));
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    cut: cable.cut,
    mend: cable.mend,
    cutAfter: cable.cutAfter,
    close: async () => {
      cable.cut();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

type Cable = Pick<Relay, 'cut' | 'mend' | 'cutAfter'> & {
  readonly isCut: () => boolean;
  readonly join: (near: Socket, far: Socket) => void;
};

function createCable(): Cable {
  const open = new Set<Socket>();
  const state = { isCut: false, left: Infinity, onSpent: (): void => undefined };
  const cut = (): void => {
    state.isCut = true;
    for (const socket of open) socket.destroy();
  };
  const count = (bytes: number): void => {
    state.left -= bytes;
    if (state.left > 0 || state.isCut) return;
    cut();
    state.onSpent();
  };
  return {
    cut,
    isCut: () => state.isCut,
    mend: () => {
      state.isCut = false;
      state.left = Infinity;
    },
    cutAfter: (bytes) => {
      state.left = bytes;
      return new Promise((resolve) => (state.onSpent = resolve));
    },
    join: (near, far) => {
      endTogether(open, near, far);
      endTogether(open, far, near);
      near.pipe(far);
      far.on('data', (bytes: Buffer) => {
        count(bytes.length);
        if (!state.isCut) near.write(bytes);
      });
      far.on('end', () => near.end());
    },
  };
}

/** One end that goes takes the other with it. */
function endTogether(open: Set<Socket>, one: Socket, other: Socket): void {
  open.add(one);
  one.on('error', () => one.destroy());
  one.on('close', () => {
    open.delete(one);
    other.destroy();
  });
}
