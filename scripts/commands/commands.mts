import type { CommandEntry } from './command-entry.mts';

/** Every command, written out. Each adds itself to the program; its actions throw Problem for expected troubles. */
export const COMMANDS: readonly CommandEntry[] = [
  { name: 'pack', load: async () => (await import('./pack.mts')).registerPack },
  { name: 'keys', load: async () => (await import('./keys.mts')).registerKeys },
  { name: 'audit', load: async () => (await import('./audit.mts')).registerAudit },
  { name: 'backup', load: async () => (await import('./backup.mts')).registerBackup },
  { name: 'restore', load: async () => (await import('./restore.mts')).registerRestore },
  { name: 'demo', load: async () => (await import('./demo.mts')).registerDemo },
  { name: 'instrument', load: async () => (await import('./instrument.mts')).registerInstrument },
  { name: 'doctor', load: async () => (await import('./doctor.mts')).registerDoctor },
];
