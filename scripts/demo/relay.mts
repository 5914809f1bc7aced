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
  const open = new Set<Socket>();
  let isCut = false;
  let left = Infinity;
  let onSpent = (): void => undefined;
  const cut = (): void => {
    isCut = true;
    for (const socket of open) socket.destroy();
  };
  const count = (bytes: number): void => {
    left -= bytes;
    if (left > 0 || isCut) return;
    cut();
    onSpent();
  };
  const server = createServer((near) => {
    if (isCut) {
      near.destroy();
      return;
    }
    const far = connect(target, '127.0.0.1');
    for (const [one, other] of [[near, far], [far, near]] as const) {
      open.add(one);
      one.on('error', () => one.destroy());
      one.on('close', () => {
        open.delete(one);
        other.destroy();
      });
    }
    near.pipe(far);
    far.on('data', (bytes: Buffer) => {
      count(bytes.length);
      if (!isCut) near.write(bytes);
    });
    far.on('end', () => near.end());
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    cut,
    mend: () => {
      isCut = false;
      left = Infinity;
    },
    cutAfter: (bytes) => {
      left = bytes;
      return new Promise((resolve) => (onSpent = resolve));
    },
    close: async () => {
      cut();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
