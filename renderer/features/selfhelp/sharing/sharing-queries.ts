import { shareRoles, type ShareRole } from '#protocol/selfhelp/sharing.ts';
import type { PersonDatabase } from '../../../db/open-person-database.ts';
import type { TabletDatabase } from '../../../db/open-tablet-database.ts';
import { roleKeys, sharingTables, type ShareRow } from './sharing-tables.ts';

/** A share as it stands now. `over`: its time is over by this tablet's clock, and the gateway has not said yet that it is gone. */
export type ListedShare = Omit<ShareRow, 'state'> & { readonly state: ShareRow['state'] | 'over' };

/** Everything this person ever shared, the newest first. `now` in milliseconds: a time is over whether or not there is a contact. */
export async function listShares(database: PersonDatabase, now: number): Promise<readonly ListedShare[]> {
  const rows = await sharingTables(database).shares.list();
  const isOver = ({ state, until }: ShareRow) => until <= now && (state === 'waiting' || state === 'there');
  return rows.map((row) => (isOver(row) ? { ...row, state: 'over' as const } : row)).sort((one, other) => other.since - one.since);
}

/** With whom one can share now. `changed`: the role's key is another one than when this person last shared with it. */
export type Reader = { readonly role: ShareRole; readonly canRead: boolean; readonly changed: boolean };

export async function loadReaders(database: PersonDatabase, tablet: TabletDatabase): Promise<readonly Reader[]> {
  const keys = await roleKeys(tablet).toArray();
  const seen = await sharingTables(database).seenKeys.list();
  return shareRoles.map((role) => {
    const key = keys.find((one) => one.id === role);
    const before = seen.find((one) => one.role === role);
    return { role, canRead: key !== undefined, changed: key !== undefined && before !== undefined && before.publicKey !== key.publicKey };
  });
}
