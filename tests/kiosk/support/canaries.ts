import { createSocket } from 'node:dgram';
import { createServer } from 'node:net';

/** Sockets that nothing of a tablet's pages may ever reach. */
export type Canaries = {
  readonly tcpPort: number;
  readonly udpPort: number;
  /** What arrived, in order: `tcp` or `udp` and the first bytes. */
  readonly hits: () => readonly string[];
  readonly close: () => Promise<void>;
};

/** Opens a TCP and a UDP socket on loopback, on ports of the system's choice. */
export async function openCanaries(): Promise<Canaries> {
  const hits: string[] = [];
  const tcp = createServer((socket) => {
    hits.push('tcp connection');
    socket.on('data', (piece) => hits.push(`tcp ${piece.toString('latin1').slice(0, 80)}`));
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => tcp.listen(0, '127.0.0.1', resolve));
  const udp = createSocket('udp4', (message) => hits.push(`udp ${String(message.length)} bytes`));
  await new Promise<void>((resolve) => udp.bind(0, '127.0.0.1', resolve));
  const address = tcp.address();
  if (address === null || typeof address === 'string') throw new Error('No TCP port');
  return {
    tcpPort: address.port,
    udpPort: udp.address().port,
    hits: () => hits,
    close: async () => {
      udp.close();
      await new Promise((resolve) => tcp.close(resolve));
    },
  };
}
