import { decodeBase64Url, encodeBase64Url } from '#protocol/base64.ts';
import { recordIdSchema, type RecordId } from '#protocol/ids.ts';
import { ok, fail, type Result } from '#protocol/result.ts';
import { shareInfo, sharingOperations, type Share, type SharedBox, type SharedPage, type ShareRole } from '#protocol/selfhelp/sharing.ts';
import { padToSteps } from '../../../private-records/pad-to-steps.ts';
import type { Person } from '../../../session/person.ts';
import { sealTo } from '../../../vault/hpke.ts';
import { endRow } from './sharing-sync.ts';
import { roleKeys, SHARES_STORE, sharingTables, type ShareRow } from './sharing-tables.ts';

/** What the actions stand on. */
export type SharingPerson = Pick<Person, 'database' | 'outbox' | 'personId' | 'tabletDatabase'>;

/** `no-key`: nobody in this role can read anything yet. */
export type ShareFault = { readonly code: 'storage-full' | 'signed-out' | 'no-key' };

const DAY = 24 * 60 * 60 * 1000;
const KEY_BYTES = 32;

/**
 * Shares a page with a role for some days: sealed to the role's key here, so that nothing on the way can read it, and kept
 * with its operation in one transaction (SPEC OUT-1). `now` in milliseconds. Returns the share's id.
 */
export async function sharePage(the: SharingPerson, page: SharedPage, role: ShareRole, days: number, now: number): Promise<Result<RecordId, ShareFault>> {
  const { database, outbox, personId, tabletDatabase } = the;
  const key = await roleKeys(tabletDatabase).get(role);
  if (key === undefined) return fail({ code: 'no-key' });
  const shareId = recordIdSchema.parse(outbox.newId());
  const until = now + days * DAY;
  const answerKey = encodeBase64Url(crypto.getRandomValues(new Uint8Array(KEY_BYTES)));
  const plain: SharedBox = padToSteps({ page, answerKey });
  const sealed = await sealTo(decodeBase64Url(key.publicKey), new TextEncoder().encode(JSON.stringify(plain)), shareInfo({ shareId, personId, role, until }));
  const note = await database.sealBackup(SHARES_STORE, shareId, padToSteps({ title: page.title, page, answerKey }));
  const payload: Share = { shareId, role, keyNumber: key.keyNumber, until, enc: encodeBase64Url(sealed.enc), box: encodeBase64Url(sealed.box), note: encodeBase64Url(note) };
  const row: ShareRow = { shareId, role, since: now, until, state: 'waiting', title: page.title, page, answerKey, openings: [], answers: [] };
  const { shares, seenKeys } = sharingTables(database);
  const kept = await outbox.recordIntention({
    writes: [await shares.preparePut(row), await seenKeys.preparePut({ role, publicKey: key.publicKey })],
    operations: [{ id: shareId, kind: sharingOperations.share, payload }],
  });
  return kept.ok ? ok(shareId) : kept;
}

type Ended = Promise<Result<null, { readonly code: 'storage-full' | 'signed-out' }>>;
const NOTHING = { writes: [], operations: [] };

/** Takes a share that the gateway refused out of the list: it was never taken, so nobody has to be told. */
export async function forgetShare({ database, outbox }: SharingPerson, shareId: RecordId): Ended {
  const { shares } = sharingTables(database);
  // Read where nothing is stored meanwhile: a contact may just be saying something else of it.
  const kept = await outbox.recordIntention(async () => ((await shares.get(shareId))?.state === 'refused' ? { writes: [shares.prepareDelete(shareId)], operations: [] } : NOTHING));
  return kept.ok ? ok(null) : kept;
}

/**
 * Takes a share back: for good if it never left this tablet, and otherwise by telling the gateway, which deletes it. Each
 * time the row is read anew, where nothing is stored meanwhile: a second press and a contact find what is there by then.
 */
export async function takeBack({ database, outbox }: SharingPerson, shareId: RecordId): Ended {
  const { shares } = sharingTables(database);
  const standing = async () => {
    const row = await shares.get(shareId);
    return row?.state === 'waiting' || row?.state === 'there' ? row : undefined;
  };
  const withdrawn = await outbox.withdraw(shareId, async () => {
    const row = await standing();
    return row === undefined ? [] : [await shares.preparePut(endRow(row))];
  });
  if (withdrawn.ok) return ok(null);
  if (withdrawn.error.code === 'storage-full' || withdrawn.error.code === 'signed-out') return fail({ code: withdrawn.error.code });
  const kept = await outbox.recordIntention(async () => {
    const row = await standing();
    if (row === undefined) return NOTHING;
    const takeBackId = outbox.newId();
    return {
      writes: [await shares.preparePut({ ...row, state: 'leaving', page: null, takeBackId })],
      operations: [{ id: takeBackId, kind: sharingOperations.unshare, payload: { shareId } }],
    };
  });
  return kept.ok ? ok(null) : kept;
}
