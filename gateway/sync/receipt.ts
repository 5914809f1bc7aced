import { createHmac, type KeyObject } from 'node:crypto';
import { CODE_ALPHABET, CODE_LENGTH, showCode } from '#protocol/enrolment/schema.ts';

/**
 * The receipt of an operation, "ABCD-2346": a keyed hash of its id, so that the same operation has the same receipt
 * after a restore, and nobody without the gateway's secret can make one up (SPEC PUSH-4).
 * Each character comes from 32 bits; the bias of taking them modulo 26 is below one in 10^8.
 */
export function makeReceipt(secret: Uint8Array | KeyObject, operationId: string): string {
  const hash = createHmac('sha256', secret).update(`throughline/receipt/1|${operationId}`).digest();
  const characters = Array.from({ length: CODE_LENGTH }, (_, index) => CODE_ALPHABET.charAt(hash.readUInt32BE(index * 4) % CODE_ALPHABET.length));
  return showCode(characters.join(''));
}
