/** The part of Trusted Types we use; TypeScript's library does not have it. */
type Factory = { readonly createPolicy: (name: string, rules: { readonly createScriptURL: (address: string) => string }) => { readonly createScriptURL: (address: string) => string } };

let policy: ReturnType<Factory['createPolicy']> | undefined;

/**
 * The address of a worker script among the player's own files, as a page with Trusted Types wants it. Takes an address
 * made by the bundler; throws for one outside `/__host/` of this origin. It is the one policy of the page, made because
 * pdf.js parses in a worker.
 */
export function playerScript(address: string): string {
  const { trustedTypes } = globalThis as { trustedTypes?: Factory };
  policy ??= trustedTypes?.createPolicy('player-script', { createScriptURL: ownScript });
  return policy === undefined ? ownScript(address) : policy.createScriptURL(address);
}

function ownScript(address: string): string {
  const url = new URL(address, location.href);
  const host = new URL('/__host/', location.href);
  if (!url.href.startsWith(host.href)) throw new TypeError('Not a script of the player');
  return url.href;
}
