import type { CookieSerializeOptions } from '@fastify/cookie';

/** A cookie that stands for somebody. */
export type CredentialCookie = { readonly name: string; readonly options: CookieSerializeOptions };

/**
 * How a credential is kept in a browser: out of reach of scripts, and sent to our own pages only. Over TLS it has the
 * `__Host-` prefix, because packs play on names below ours: without it a page there could put a cookie of its own in
 * this one's place. The demonstration's plain HTTP cannot have the prefix, and narrows the path instead.
 */
export function credentialCookie(kind: 'staff' | 'tablet', secure: boolean): CredentialCookie {
  const name = `throughline-${kind}`;
  const path = kind === 'staff' ? '/api/staff' : '/tablet';
  const shared = { httpOnly: true, sameSite: 'strict' } as const;
  return secure
    ? { name: `__Host-${name}`, options: { ...shared, path: '/', secure: true } }
    : { name, options: { ...shared, path } };
}
