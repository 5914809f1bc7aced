import { makeKey, sealRoleKey, wrapDeskKey } from '../../../gateway/features/selfhelp/sharing/console/desk-keys.ts';
import type { SharingDesk } from '../../../gateway/features/selfhelp/sharing/staff-api.ts';
import type { Prison } from '../prison-in-a-box.ts';

/** The first member of a role makes its key, as the sharing desk does in their browser: from then on pages can be shared with it. */
export async function makeRoleKey(prison: Prison, role: 'keyworker' | 'healthcare' | 'substance-misuse' | 'tutor'): Promise<void> {
  const member = await prison.staff(role);
  const desk = await member.get<SharingDesk>('/sharing');
  const own = await makeKey();
  await member.send('PUT', '/sharing/desk-key', await wrapDeskKey(own, prison.accounts[role]?.password ?? '', desk.staffId));
  const made = await makeKey();
  const keyNumber = (desk.roleKey?.keyNumber ?? 0) + 1;
  const grant = await sealRoleKey(made, { role: desk.role, keyNumber, staffId: desk.staffId }, own.publicKey);
  await member.send('POST', '/sharing/role-key', { keyNumber, publicKey: made.publicKey, grant });
}
