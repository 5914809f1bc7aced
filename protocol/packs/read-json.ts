/** The decoder every runtime of ours has; declared here because the protocol is compiled without DOM and Node. */
declare const TextDecoder: new (
  label: 'utf-8',
  options: { fatal: true; ignoreBOM: true },
) => { decode(bytes: Uint8Array): string };

/**
 * Reads UTF-8 JSON strictly: a wrong byte or a byte-order mark makes it unreadable rather than nearly right (PACK-4).
 * Takes bytes; returns the value, or undefined when they are not JSON (JSON has no undefined of its own).
 */
export function readJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)) as unknown;
  } catch {
    return undefined;
  }
}
