/** A disk can be too full even for one row: `makeRoom` frees what nobody needs, and the write is tried once more. */
export async function tryTwice<Answer extends { readonly ok: boolean }>(write: () => Promise<Answer>, makeRoom: () => Promise<unknown>): Promise<Answer> {
  const first = await write();
  if (first.ok) return first;
  await makeRoom();
  return write();
}
