/**
 * Why a pack did not come. Nothing on the tablet has changed: the version that was live still is.
 * `later`: no network or a busy gateway, files already here stay for the next try. `paused`: somebody asked for it.
 * `no-space`: says how many bytes are missing. `refused`: signature, hash, version or shape is wrong; told to staff.
 */
export type InstallFailure =
  | { readonly code: 'later' }
  | { readonly code: 'paused' }
  | { readonly code: 'no-space'; readonly missingBytes: number }
  | { readonly code: 'refused'; readonly detail: string };
