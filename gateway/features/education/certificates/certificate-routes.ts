import { fail, ok } from '#protocol/result.ts';
import type { GatewayDatabase } from '../../../db/gateway-database.ts';
import { doneSchema } from '../../../http/staff-api.ts';
import { type StaffRoute, staffRoute } from '../../../http/staff-route.ts';
import { certificateOf, findCertificate, listCertificates } from './certificate-queries.ts';
import { printCertificate } from './print-certificate.ts';
import { revokeCertificate } from './revoke.ts';
import { certificateParamsSchema, certificatesQuerySchema, certificatesSchema, printedSchema, printQuerySchema, revokeRequestSchema } from './staff-api.ts';

export type CertificateRouteDependencies = {
  readonly database: GatewayDatabase;
  /** Where an employer can check a number, for the foot of the page; undefined where there is no family service. */
  readonly checkAddress: string | undefined;
};

/** Certificates at the desk: the list, the paper, and taking one back. */
export function createCertificateRoutes({ database, checkAddress }: CertificateRouteDependencies): readonly StaffRoute[] {
  return [
    staffRoute({
      method: 'GET',
      path: '/certificates',
      action: 'certificates.read',
      query: certificatesQuerySchema,
      reply: certificatesSchema,
      handle: async ({ query }) => ok({ certificates: await listCertificates(database.reads(), query.person) }),
    }),
    staffRoute({
      method: 'GET',
      path: '/certificates/:number/print',
      action: 'certificates.read',
      params: certificateParamsSchema,
      query: printQuerySchema,
      reply: printedSchema,
      handle: async ({ params, query }) => {
        const row = await findCertificate(database.reads(), params.number);
        // What was taken back is not printed: the paper could not say that it is void.
        if (row?.revoked_at !== null) return fail({ code: 'not-found' });
        const pdf = await printCertificate({ certificate: certificateOf(row), language: query.language ?? 'en', checkAddress });
        return ok({ fileName: `certificate-${params.number}.pdf`, pdf: Buffer.from(pdf).toString('base64') });
      },
    }),
    staffRoute({
      method: 'POST',
      path: '/certificates/:number/revoke',
      action: 'certificates.revoke',
      params: certificateParamsSchema,
      body: revokeRequestSchema,
      reply: doneSchema,
      handle: async ({ staff, params, body }) => {
        const revoked = await database.committer.submit((tx) => revokeCertificate(tx, staff, params.number, body.reason));
        return revoked.ok ? ok({ done: true }) : revoked;
      },
    }),
  ];
}
