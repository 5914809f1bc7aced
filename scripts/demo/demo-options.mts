import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { inProject } from '../lib/paths.mts';
import { Problem } from '../lib/problem.mts';

/** What the person asked of scripts/start. */
export type DemoOptions = {
  readonly headless: boolean;
  readonly fresh: boolean;
  /** Absolute. */
  readonly dataDir: string;
  /** The first of five ports in a row: web, tablet door, family service, and the cables of the two tablets. 1024 to 65531. */
  readonly port: number;
};

export const USAGE = `Usage: ./scripts/start [options]

Sets everything up and runs a whole demo prison: gateway, family service and tablet.

  --headless    open no tablet window
  --fresh       forget the demo prison there is and begin a new one
  --data DIR    where its data is kept (default: data in the checkout)
  --port N      the first of five ports (default: 8600)
  --help        show this
`;

const HIGHEST_PORT = 65_531;

/** Understands the arguments; 'help' when that was asked for. Throws Problem for what it does not understand. */
export function parseDemoOptions(args: readonly string[]): DemoOptions | 'help' {
  const values = parseValues(args);
  if (values.help === true) return 'help';
  const port = Number(values.port ?? '8600');
  if (!Number.isInteger(port) || port < 1024 || port > HIGHEST_PORT) {
    throw new Problem(`--port must be a number from 1024 to ${String(HIGHEST_PORT)}, not "${values.port ?? ''}".`);
  }
  return {
    headless: values.headless === true,
    fresh: values.fresh === true,
    dataDir: values.data === undefined ? inProject('data') : resolve(values.data),
    port,
  };
}

function parseValues(args: readonly string[]): {
  readonly headless?: boolean;
  readonly fresh?: boolean;
  readonly help?: boolean;
  readonly data?: string;
  readonly port?: string;
} {
  try {
    return parseArgs({
      args: [...args],
      options: {
        headless: { type: 'boolean' },
        fresh: { type: 'boolean' },
        help: { type: 'boolean' },
        data: { type: 'string' },
        port: { type: 'string' },
      },
    }).values;
  } catch (cause) {
    const sentence = cause instanceof Error ? (cause.message.split('. ')[0] ?? '') : String(cause);
    throw new Problem(`${sentence}. Ask ./scripts/start --help for the options.`);
  }
}
