/** Boxes come in steps of this many bytes, so that their length does not tell how much somebody wrote. */
const STEP = 256;
/** Nonce and tag of AES-256-GCM, which are in the box too. */
const SEAL_BYTES = 28;

/** Adds a `pad` to a value so that its sealed JSON is a whole number of steps long. */
export function padToSteps<Value extends object>(value: Value): Value & { readonly pad: string } {
  const bare = new TextEncoder().encode(JSON.stringify({ ...value, pad: '' })).length + SEAL_BYTES;
  return { ...value, pad: ' '.repeat((STEP - (bare % STEP)) % STEP) };
}
