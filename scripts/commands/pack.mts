import type { Command } from 'commander';
import type { CommandEntry } from './command-entry.mts';

/** Every command on packs. The gateway runs some as a child process, which must not wait for the packages of all. */
const PACK_COMMANDS: readonly CommandEntry[] = [
  { name: 'import', load: async () => (await import('./pack-import.mts')).registerImport },
  { name: 'check', load: async () => (await import('./pack-check.mts')).registerPackCheck },
  { name: 'preview', load: async () => (await import('./pack-preview.mts')).registerPackPreview },
  { name: 'build', load: async () => (await import('./pack-build.mts')).registerBuild },
  { name: 'sign', load: async () => (await import('./pack-sign.mts')).registerSign },
  { name: 'verify', load: async () => (await import('./pack-verify.mts')).registerVerify },
  { name: 'diff', load: async () => (await import('./pack-diff.mts')).registerPackDiff },
  { name: 'publish', load: async () => (await import('./pack-publish.mts')).registerPackPublish },
  { name: 'stick', load: async () => (await import('./pack-stick.mts')).registerPackStick },
  { name: 'explode', load: async () => (await import('./pack-verify.mts')).registerExplode },
  { name: 'runtime', load: async () => (await import('./pack-runtime.mts')).registerRuntime },
];

/** `throughline pack …`: import, check, preview, build, sign, verify and explode content packs. `asked` is the one that is meant. */
export async function registerPack(program: Command, asked: string | undefined): Promise<void> {
  const pack = program.command('pack').description('Import, check, preview, build, sign and verify content packs.');
  const meant = PACK_COMMANDS.filter(({ name }) => name === asked);
  for (const { load } of meant.length > 0 ? meant : PACK_COMMANDS) await (await load())(pack, undefined);
}
