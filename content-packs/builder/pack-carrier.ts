import type { Result } from '#protocol/result.ts';

/** Limits of a carrier (PACK-19): entries, bytes together, bytes of the two small files. */
export const CARRIER_LIMITS = {
  entries: 22_000,
  allBytes: 2 * 1024 * 1024 * 1024,
  signaturesBytes: 64 * 1024,
} as const;

/**
 * Why a carrier is refused; nothing of it is used then.
 * - `not-a-pack` no such file, or no folder and no ZIP · `cut-short` it ends too early or its check sums are wrong
 * - `name-not-allowed` / `name-twice` / `not-a-plain-file` / `not-stored` an entry that a pack never has
 * - `too-many-files` / `too-large` over the limits · `file-missing` the pack names a file the carrier lacks
 * - `several-packs` more than one edition lies in the folder: name one
 */
export type CarrierProblem = {
  readonly code:
    | 'not-a-pack'
    | 'cut-short'
    | 'name-not-allowed'
    | 'name-twice'
    | 'not-a-plain-file'
    | 'not-stored'
    | 'too-many-files'
    | 'too-large'
    | 'file-missing'
    | 'several-packs';
  readonly detail?: string;
};

/** A folder or a `.pack` file, opened: the same names either way. */
export type PackCarrier = {
  readonly names: readonly string[];
  /** Reads one entry whole. `maxBytes` is the most the caller will hold; more is `too-large` and is not read. */
  readonly read: (name: string, maxBytes: number) => Promise<Result<Uint8Array, CarrierProblem>>;
  readonly close: () => void;
};

/** Where an edition stands in a carrier. */
export type Edition = { readonly packId: string; readonly version: number };

const MANIFEST = /^packs\/([a-z][a-z0-9]*(?:-[a-z0-9]+)*)\/([1-9]\d{0,9})\/manifest\.json$/;
const SIGNATURES = /^packs\/[a-z][a-z0-9]*(-[a-z0-9]+)*\/[1-9]\d{0,9}\/signatures\.json$/;
const BLOB = /^blobs\/([0-9a-f]{2})\/\1[0-9a-f]{62}$/;

/** Whether a pack may have an entry of this name. An allow-list: there is no name to climb out with. */
export function isCarrierName(name: string): boolean {
  return MANIFEST.test(name) || SIGNATURES.test(name) || BLOB.test(name);
}

/** The editions whose manifests lie in the carrier. */
export function editionsIn(carrier: PackCarrier): readonly Edition[] {
  return carrier.names.flatMap((name) => {
    const [, packId, version] = MANIFEST.exec(name) ?? [];
    return packId === undefined ? [] : [{ packId, version: Number(version) }];
  });
}

/** `packs/<pack id>/<version>` */
export function editionPath({ packId, version }: Edition): string {
  return `packs/${packId}/${String(version)}`;
}

/** `blobs/<first two digits>/<sha256>` */
export function blobPath(sha256: string): string {
  return `blobs/${sha256.slice(0, 2)}/${sha256}`;
}
