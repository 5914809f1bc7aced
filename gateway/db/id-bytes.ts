/**
 * Ids are 36-character UUIDs in the protocol and 16 bytes in the database: with time-ordered ids that is more than
 * twice the durable ingest of text (performance.md 2.3).
 * Takes a lower-case hyphenated UUID that a schema has already checked; returns 16 bytes.
 */
export function idToBytes(id: string): Buffer {
  const bytes = Buffer.from(id.replaceAll('-', ''), 'hex');
  if (bytes.length !== 16) throw new Error('Not a UUID');
  return bytes;
}

/**
 * The way back: 16 bytes from the database to the lower-case hyphenated form. The caller names the brand
 * (`bytesToId<PersonId>(row.person)`), because only it knows which column it read.
 */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- naming the brand is the point
export function bytesToId<Id extends string>(bytes: Uint8Array): Id {
  if (bytes.length !== 16) throw new Error('Not the bytes of a UUID');
  const hex = Buffer.from(bytes.buffer, bytes.byteOffset, 16).toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-') as Id;
}
