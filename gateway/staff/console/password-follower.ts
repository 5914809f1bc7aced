/** Both passwords of a change that the gateway has taken. */
export type ChangedPassword = { readonly current: string; readonly next: string };

/** `none`: there was nothing to change. `followed`: it opens with the new password now. `left`: it still takes an older one. */
export type PasswordFollowed = 'none' | 'followed' | 'left';

/**
 * Something of a feature's that is locked with a member of staff's own password and is to open with the new one after a
 * change. The list of features hands it in; the account desk does not know what it is.
 */
export type PasswordFollower = {
  /** Asked for those whose role has this action. */
  readonly action: string;
  /** Where its two sentences stand: `password.followed` and `password.left`. */
  readonly namespace: string;
  /** Never throws. Neither password may leave the browser. */
  readonly follow: (changed: ChangedPassword) => Promise<PasswordFollowed>;
};
