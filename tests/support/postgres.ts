import { execFile } from 'node:child_process';
import { chownSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A private PostgreSQL: its own folder, a socket, no network. */
export type PrivatePostgres = {
  /** Address of a new, empty database. */
  readonly createDatabase: () => Promise<string>;
  readonly stop: () => Promise<void>;
};

/**
 * Starts a cluster as an ordinary user (PostgreSQL refuses to run as root). About a second. Nothing is flushed, which
 * is for tests only; `always` is PostgreSQL as it ships, for figures.
 */
export async function startPostgres(flush: 'never' | 'always' = 'never'): Promise<PrivatePostgres> {
  const programs = join('/usr/lib/postgresql', newestVersion(), 'bin');
  const folder = mkdtempSync(join(tmpdir(), 'gateway-pg-'));
  const asPostgres = await ownerFor(folder);
  const data = join(folder, 'data');
  const program = (name: string, ...rest: string[]) => asPostgres(join(programs, name), rest);
  await program('initdb', '-D', data, '-U', 'app', '--auth=trust', '--no-sync', '-E', 'UTF8', '--locale=C.UTF-8');
  const unsafe = flush === 'never' ? ' -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c shared_buffers=32MB' : '';
  const settings = `-c listen_addresses='' -c unix_socket_directories=${folder} -c max_connections=60${unsafe}`;
  await program('pg_ctl', '-D', data, '-w', '-l', join(folder, 'log'), '-o', settings, 'start');
  let made = 0;
  return {
    createDatabase: async () => {
      made += 1;
      const name = `gateway${String(made)}`;
      await program('createdb', '-h', folder, '-U', 'app', name);
      return `postgresql://app@localhost/${name}?host=${folder}`;
    },
    stop: async () => {
      await program('pg_ctl', '-D', data, '-m', 'immediate', 'stop');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

type RunProgram = (program: string, rest: readonly string[]) => Promise<unknown>;

async function ownerFor(folder: string): Promise<RunProgram> {
  if (process.getuid?.() !== 0) return (program, rest) => run(program, [...rest]);
  const { stdout } = await run('id', ['-u', 'postgres']);
  chownSync(folder, Number(stdout), -1);
  return (program, rest) => run('runuser', ['-u', 'postgres', '--', program, ...rest], { cwd: folder });
}

function newestVersion(): string {
  const versions = readdirSync('/usr/lib/postgresql').sort((a, b) => Number(b) - Number(a));
  const [newest] = versions;
  if (newest === undefined) throw new Error('PostgreSQL is not installed: apt-get install postgresql');
  return newest;
}
