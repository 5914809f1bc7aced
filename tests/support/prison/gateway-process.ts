import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startProgram, type Program } from './program.ts';

/** The prison's gateway as a real process, with its data in a folder. */
export type GatewayProcess = {
  readonly dataFolder: string;
  readonly webPort: number;
  readonly tabletPort: number;
  readonly caPem: string;
  /** A power cut. */
  readonly kill: () => Promise<void>;
  /** Ends it in good order. */
  readonly stop: () => Promise<void>;
  /** Starts it again, at the same doors, with the data that is there. `ahead` sets its clock forward, in milliseconds. */
  readonly start: (ahead?: number) => Promise<void>;
  /** All it wrote to its log since its last start. */
  readonly log: () => string;
};

type Doors = { readonly webUrl: string; readonly tabletUrl: string; readonly caPem: string };

/** Starts a gateway in a folder. `family` is the family service it talks with. */
export async function startGatewayProcess(
  dataFolder: string,
  family: { readonly url: string; readonly token: string },
): Promise<GatewayProcess> {
  let program: Program | undefined;
  const ports = { web: 0, tablet: 0 };
  const start = async (ahead = 0): Promise<void> => {
    program = await startProgram(
      'gateway/start.ts',
      {
        THROUGHLINE_GATEWAY_DATA: dataFolder,
        THROUGHLINE_GATEWAY_WEB_PORT: String(ports.web),
        THROUGHLINE_GATEWAY_TABLET_PORT: String(ports.tablet),
        THROUGHLINE_FAMILY_URL: family.url,
        THROUGHLINE_FAMILY_LINK_TOKEN: family.token,
        ...(ahead === 0 ? {} : { NODE_OPTIONS: clockAhead(ahead) }),
      },
      'gateway ready',
    );
    const { webUrl, tabletUrl } = readDoors(dataFolder);
    ports.web = Number(new URL(webUrl).port);
    ports.tablet = Number(new URL(tabletUrl).port);
  };
  const end = async (signal: 'SIGTERM' | 'SIGKILL'): Promise<void> => {
    await program?.end(signal);
    program = undefined;
  };
  await start();
  return {
    dataFolder,
    webPort: ports.web,
    tabletPort: ports.tablet,
    caPem: readDoors(dataFolder).caPem,
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
    start,
    log: () => program?.said() ?? '',
  };
}

/** The gateway has one source of time, `Date.now` in start.ts; a module that is loaded first moves it. */
function clockAhead(milliseconds: number): string {
  return `--import=data:text/javascript,const{now}=Date;Date.now=()=>now()+${String(milliseconds)}`;
}

function readDoors(dataFolder: string): Doors {
  return JSON.parse(readFileSync(join(dataFolder, 'doors.json'), 'utf8')) as Doors;
}
