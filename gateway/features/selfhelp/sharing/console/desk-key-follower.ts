import type { PasswordFollower } from '../../../../staff/console/password-follower.ts';

/** The key of the desk follows its owner's password. */
export const deskKeyFollower: PasswordFollower = {
  action: 'sharing.read',
  namespace: 'sharing',
  follow: async (changed) => {
    try {
      const { rewrapDeskKey } = await import('./rewrap-desk-key.ts');
      return await rewrapDeskKey(changed);
    } catch {
      return 'left';
    }
  },
};
