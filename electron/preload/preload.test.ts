import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bridgeCalls, bridgeChannel, PACK_PORTS_MESSAGE } from '#protocol/shell/bridge.ts';
import { PLAYER_PORT_MESSAGE } from '#protocol/shell/player.ts';
import { VAULT_CALLS, VAULT_GONE_MESSAGE, VAULT_LINE_OPEN, VAULT_PORT_MESSAGE } from '#protocol/shell/vault-port.ts';

/** A preload cannot be loaded without Electron; what it says is read instead. */
const read = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');

describe('the preloads', () => {
  it('use the channels and messages of the protocol', () => {
    const preload = read('./preload.ts');
    expect(preload).toContain(`const CHANNEL_PREFIX = '${bridgeChannel('status').replace('status', '')}'`);
    expect(preload).toContain(`const PACK_PORTS_MESSAGE = '${PACK_PORTS_MESSAGE}'`);
    expect(preload).toContain(`const VAULT_PORT_MESSAGE = '${VAULT_PORT_MESSAGE}'`);
    expect(preload).toContain(`const VAULT_GONE_MESSAGE = '${VAULT_GONE_MESSAGE}'`);
    expect(read('./vault-line.ts')).toContain(`const VAULT_LINE_OPEN = ${String(VAULT_LINE_OPEN)}`);
    expect(read('./player-preload.ts')).toContain(`const PLAYER_PORT_MESSAGE = '${PLAYER_PORT_MESSAGE}'`);
  });

  it('offer every call of the bridge and no other', () => {
    const names = [...read('./preload.ts').matchAll(/^ {2}(\w+): '(?:main|vault)',$/gm)].map((match) => match[1]);
    expect(names.sort()).toEqual(Object.keys(bridgeCalls).sort());
  });

  it('send what a person wrote, their PIN and their keys to the vault and past main', () => {
    const names = [...read('./preload.ts').matchAll(/^ {2}(\w+): 'vault',$/gm)].map((match) => match[1]);
    expect(names.sort()).toEqual([...VAULT_CALLS].sort());
  });

  it('expose nothing in a pack, and never ipcRenderer itself', () => {
    expect(read('./player-preload.ts')).not.toContain('contextBridge');
    expect(read('./preload.ts').match(/exposeInMainWorld/g)).toHaveLength(1);
    expect(read('./preload.ts')).not.toMatch(/exposeInMainWorld\([^)]*ipcRenderer/);
  });
});
