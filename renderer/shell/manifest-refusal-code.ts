import type { ManifestRefusal } from '#protocol/packs/verify-pack.ts';
import { neverReached } from '#protocol/result.ts';

/** The bridge's word for why a manifest was not believed. */
export function manifestRefusalCode(code: ManifestRefusal['code']): 'signature-refused' | 'rolled-back' | 'manifest-refused' {
  switch (code) {
    case 'signature-missing':
    case 'signature-malformed':
    case 'signature-wrong':
    case 'key-not-trusted':
    case 'key-revoked':
      return 'signature-refused';
    case 'version-rolled-back':
    case 'version-reused':
      return 'rolled-back';
    case 'manifest-too-large':
    case 'manifest-not-json':
    case 'manifest-malformed':
    case 'format-unknown':
    case 'needs-newer-player':
    case 'not-the-one-asked-for':
    case 'revoked':
      return 'manifest-refused';
    default:
      return neverReached(code);
  }
}
