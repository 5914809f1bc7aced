import type { Authority } from '../tablets-ca/authority.ts';

/** How the tablet door speaks TLS. */
export type SecureServerOptions = {
  readonly key: string;
  readonly cert: string;
  readonly ca: readonly string[];
  readonly requestCert: true;
  readonly rejectUnauthorized: false;
  readonly minVersion: 'TLSv1.3';
  readonly ALPNProtocols: readonly ['http/1.1'];
};

/**
 * TLS 1.3 only, HTTP/1.1 only. A client certificate is asked for but its absence does not end the handshake: a tablet
 * that is being enrolled has none yet, and the tablet scope answers everything else with a code a tablet can show.
 * Trust is the look-up of the certificate's hash on every request, not the chain: so revocation needs no lists.
 */
export function secureServerOptions(authority: Authority): SecureServerOptions {
  return {
    key: authority.server.keyPem,
    cert: authority.server.certificatePem,
    ca: [authority.caPem],
    requestCert: true,
    rejectUnauthorized: false,
    minVersion: 'TLSv1.3',
    ALPNProtocols: ['http/1.1'],
  };
}
