/**
 * The version of the sentences between tablet and gateway. Sentences may only grow: a tablet may be
 * months behind, so this number rises only when an old tablet could no longer be understood.
 */
export const PROTOCOL_VERSION = 1;
