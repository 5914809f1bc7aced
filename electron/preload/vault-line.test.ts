import { describe, expect, it, vi } from 'vitest';
import { VAULT_LINE_OPEN, type VaultCall } from '#protocol/shell/vault-port.ts';
import { createVaultLine, type VaultLine } from './vault-line.ts';

type Heard = { readonly line: string; readonly port: MessagePort; readonly said: VaultCall[] };

/** A line and the ports it handed over, in order; what arrives on each is kept. */
function lineWithPorts(): { readonly line: VaultLine; readonly handed: Heard[] } {
  const handed: Heard[] = [];
  const line = createVaultLine((name, port) => {
    const said: VaultCall[] = [];
    port.onmessage = ({ data }: MessageEvent<VaultCall>) => said.push(data);
    handed.push({ line: name, port, said });
  });
  return { line, handed };
}

const openEnd = (heard: Heard | undefined): void => heard?.port.postMessage({ turn: VAULT_LINE_OPEN, answer: null });

describe('the line to the vault', () => {
  it('says nothing before the vault has spoken: until then it could pass main', async () => {
    const { line, handed } = lineWithPorts();
    const asked = line.ask('signIn', { pin: '482913' });
    // A message of the port's own comes back before anything that was said earlier could be missing.
    const round = new MessageChannel();
    const back = new Promise((resolve) => (round.port2.onmessage = resolve));
    round.port1.postMessage(null);
    await back;
    expect(handed[0]?.said).toEqual([]);
    openEnd(handed[0]);
    await vi.waitFor(() => expect(handed[0]?.said).toEqual([{ turn: 1, call: 'signIn', input: { pin: '482913' } }]));
    handed[0]?.port.postMessage({ turn: 1, answer: 'in' });
    expect(await asked).toBe('in');
  });

  it('finds each answer its question, and rejects what is refused', async () => {
    const { line, handed } = lineWithPorts();
    const [first, second] = [line.ask('openChanges', 1), line.ask('openChanges', 2)];
    openEnd(handed[0]);
    await vi.waitFor(() => expect(handed[0]?.said).toHaveLength(2));
    handed[0]?.port.postMessage({ turn: 2, refused: 'too-often' });
    handed[0]?.port.postMessage({ turn: 1, answer: 'one' });
    expect(await Promise.allSettled([first, second])).toMatchObject([{ value: 'one' }, { reason: new Error('too-often') }]);
  });

  it('fails for all who wait when it ends, open or not, and opens another for the next', async () => {
    const { line, handed } = lineWithPorts();
    const waits = line.ask('signIn', 1);
    line.end({ line: handed[0]?.line ?? '', code: 'not-ours' });
    await expect(waits).rejects.toThrow('not-ours');
    const asked = line.ask('signIn', 2);
    openEnd(handed[1]);
    await vi.waitFor(() => expect(handed[1]?.said).toHaveLength(1));
    line.end({ line: handed[1]?.line ?? '', code: 'failed' });
    await expect(asked).rejects.toThrow('failed');
    void line.ask('signIn', 3).catch(() => undefined);
    expect(handed).toHaveLength(3);
  });

  it('is not ended by word of the line before it', async () => {
    const { line, handed } = lineWithPorts();
    line.open();
    line.end({ line: handed[0]?.line ?? '', code: 'failed' });
    const asked = line.ask('signIn', 1);
    line.end({ line: handed[0]?.line ?? '', code: 'failed' });
    openEnd(handed[1]);
    await vi.waitFor(() => expect(handed[1]?.said).toHaveLength(1));
    handed[1]?.port.postMessage({ turn: 1, answer: 'in' });
    expect(await asked).toBe('in');
  });

  it('is opened once, however often it is asked for', () => {
    const { line, handed } = lineWithPorts();
    line.open();
    line.open();
    void line.ask('makeRecoverySheet', undefined);
    expect(handed).toHaveLength(1);
  });
});
