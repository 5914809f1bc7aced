// The two globals beyond the language itself that every runtime of ours has (browser page, worker, Node).
// Anything else here would let one runtime's world into the protocol.
declare class TextEncoder {
  encode(text: string): Uint8Array<ArrayBuffer>;
}
declare class TextDecoder {
  decode(bytes: Uint8Array): string;
}
