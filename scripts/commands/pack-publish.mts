import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import type { Command } from 'commander';
import { createStaffClient, type StaffClient } from '../demo/staff-client.mts';
import { Problem } from '../lib/problem.mts';
import { print } from './pack-command.mts';

type PublishOptions = { readonly gateway: string; readonly to: string; readonly from?: string; readonly until?: string };
/** An edition, or what waits for a second person as a draft. */
type Received = { readonly packId: string; readonly version: number; readonly draftId?: string; readonly lacks?: readonly string[] };
type Audience = Readonly<Record<string, string>>;

/** `throughline pack publish`: brings a signed pack to a gateway and publishes it, as the console does and by its rules. */
export function registerPackPublish(pack: Command): void {
  pack
    .command('publish <pack>')
    .description('Send a signed .pack to a gateway and publish it. Staff name and password: THROUGHLINE_STAFF_NAME, THROUGHLINE_STAFF_PASSWORD, or asked for.')
    .requiredOption('--gateway <address>', 'the address of the console, such as https://gateway.prison.example')
    .requiredOption('--to <audience>', 'everyone, wing:<name>, group:<id>, person:<id> or tablet:<id>')
    .option('--from <day>', 'first day it is shown, YYYY-MM-DD')
    .option('--until <day>', 'last day it is shown, YYYY-MM-DD')
    .action(async (file: string, options: PublishOptions) => {
      const audience = audienceOf(options.to);
      const bytes = readFileSync(file);
      const staff = await signIn(options.gateway.replace(/\/+$/, ''));
      const edition = await staff.upload<Received>('/packs', bytes);
      if (edition.draftId !== undefined)
        throw new Problem(`${edition.packId} version ${String(edition.version)} was taken, but is not published: it waits at the console, under Courses, In the making, for a second person to approve it (it lacks ${(edition.lacks ?? []).join(' and ')}).`);
      const { from, until } = options;
      const terms = { version: edition.version, audience, ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }) };
      await staff.send('POST', `/packs/${edition.packId}/publications`, terms);
      print(`Published ${edition.packId} version ${String(edition.version)} to ${options.to}.`);
    });
}

function audienceOf(to: string): Audience {
  const [, kind = '', value = ''] = /^(everyone|wing|group|person|tablet)(?::(.+))?$/.exec(to) ?? [];
  if (kind === 'everyone' && value === '') return { kind };
  const names: Readonly<Record<string, string>> = { wing: 'wing', group: 'groupId', person: 'personId', tablet: 'tabletId' };
  const name = names[kind];
  if (name === undefined || value === '') throw new Problem(`“${to}” is nobody: use everyone, wing:<name>, group:<id>, person:<id> or tablet:<id>.`);
  return { kind, [name]: value };
}

async function signIn(address: string): Promise<StaffClient> {
  const username = process.env['THROUGHLINE_STAFF_NAME'] ?? (await ask('Sign-in name: '));
  const password = process.env['THROUGHLINE_STAFF_PASSWORD'] ?? (await ask('Password: '));
  const client = createStaffClient(address);
  await client.send('POST', '/session', { username, password });
  return client;
}

async function ask(question: string): Promise<string> {
  if (!process.stdin.isTTY) throw new Problem('Set THROUGHLINE_STAFF_NAME and THROUGHLINE_STAFF_PASSWORD, or run this in a terminal.');
  process.stderr.write(question);
  // What is typed is not shown: one of the two answers is a password.
  const unseen = new Writable({ write: (_part, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: unseen, terminal: true });
  try {
    return await lines.question('');
  } finally {
    lines.close();
  }
}
