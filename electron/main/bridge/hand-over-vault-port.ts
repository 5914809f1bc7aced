import { ipcMain, type IpcMainEvent, type WebContents } from 'electron';
import { VAULT_GONE_MESSAGE, VAULT_PORT_MESSAGE, vaultLineSchema, type VaultLineEnd } from '#protocol/shell/vault-port.ts';
import type { NoteCall } from '../../calls/answer-call.ts';
import { LINE_RATE } from '../../calls/rates.ts';
import { createTokenBucket } from '../../calls/token-bucket.ts';
import type { VaultProcess } from '../vault-process.ts';
import { callerOf } from './caller-of.ts';
import { isTrustedCaller } from './judge-call.ts';

export type HandOverOptions = {
  readonly vault: Pick<VaultProcess, 'connect'>;
  /** The page in the tablet's window right now. */
  readonly page: () => WebContents | undefined;
  readonly now: () => number;
  readonly note: NoteCall;
};

/**
 * Hands the port that the tablet's own document made on to the vault's process, and tells that document when the process
 * has ended: a port in a page does not say so by itself. Nobody else's port gets there, and what is said through it
 * never comes here (ADR 0029).
 */
export function handOverVaultPort({ vault, page, now, note }: HandOverOptions): void {
  const bucket = createTokenBucket(LINE_RATE, now);
  ipcMain.on(VAULT_PORT_MESSAGE, (event, given: unknown) => {
    const [port, ...more] = event.ports;
    for (const one of more) one.close();
    if (port === undefined) return;
    const line = vaultLineSchema.safeParse(given);
    const refusal = refusalOf(event, page(), line.success, bucket.take);
    if (line.success && refusal === undefined) {
      vault.connect(port, () => tellEnd(event.sender, { line: line.data, code: 'failed' }));
      return;
    }
    port.close();
    const code = refusal ?? 'not-ours';
    note('bridge-refused', 'vault-port', code);
    if (line.success) tellEnd(event.sender, { line: line.data, code });
  });
}

function refusalOf(event: IpcMainEvent, page: WebContents | undefined, isNamed: boolean, mayAsk: () => boolean): 'not-ours' | 'too-often' | undefined {
  if (!isNamed || !isTrustedCaller(callerOf(event, page))) return 'not-ours';
  return mayAsk() ? undefined : 'too-often';
}

function tellEnd(page: WebContents, end: VaultLineEnd): void {
  if (!page.isDestroyed()) page.send(VAULT_GONE_MESSAGE, end);
}
