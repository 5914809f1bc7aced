import type { Kysely } from 'kysely';
import type { SignerRole } from '#protocol/packs/manifest.ts';
import { packTrustOf } from '#protocol/packs/release-memory.ts';
import { OWN_ROLES } from './establishment-keys.ts';
import { loadStandingRoles } from './roles-documents.ts';
import type { PackTables } from './tables.ts';

/** How many different keys must have signed a pack, and which roles must be among them. */
export type SigningRule = { readonly threshold: number; readonly roles: readonly SignerRole[] };

/** Education says that it teaches, and another person that it may go to cells (ADR 0007, 0019). */
export const TWO_PEOPLE: SigningRule = { threshold: 2, roles: OWN_ROLES };

/** What it takes here: what the root keys say (ROLE-1), and where no roles document stands, two people. */
export async function loadSigningRule(tables: Kysely<PackTables>): Promise<SigningRule> {
  const roles = await loadStandingRoles(tables);
  if (roles === undefined) return TWO_PEOPLE;
  const { threshold, requiredRoles } = packTrustOf(roles);
  return { threshold, roles: requiredRoles };
}

/** Whether these signers meet the rule. Each stands for a different key (PACK-6). */
export function meetsRule(rule: SigningRule, signedBy: readonly { readonly role: SignerRole }[]): boolean {
  return signedBy.length >= rule.threshold && rule.roles.every((role) => signedBy.some((signer) => signer.role === role));
}
