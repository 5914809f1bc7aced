import canonicalize from 'canonicalize';

/** RFC 8785 bytes of a JSON value (PACK-4); `undefined` members are left out, as JSON does. */
export function canonicalBytes(value: unknown): Uint8Array {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('Only JSON values can be written');
  return new TextEncoder().encode(text);
}
