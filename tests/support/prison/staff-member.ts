import { createStaffClient, type StaffClient } from '../../../scripts/demo/staff-client.mts';
import type { Learners } from '../../../gateway/features/education/staff-api.ts';
import type { MessageView, Queue, QueueItem } from '../../../gateway/features/messaging/staff-api.ts';
import { until } from './until.ts';

/** Somebody at the staff console, by its real HTTP API. */
export type StaffMember = StaffClient & {
  /** Waits until the message with these words is held; returns it, claimed. */
  readonly findHeld: (words: string) => Promise<MessageView>;
  readonly release: (words: string) => Promise<void>;
  /** Stops a message for a coded reason; `remark` is read by its writer. */
  readonly stop: (words: string, reason: string, remark?: string) => Promise<void>;
  /** Every message there is between inside and outside, with its words, the oldest first. */
  readonly allMessages: () => Promise<readonly MessageView[]>;
  /** How many activities of a pack this person has done, as the tutor sees it; undefined when none was opened. */
  readonly lessonsDone: (prisonerNumber: string, packId: string) => Promise<number | undefined>;
};

/** Signs somebody in at the web door. */
export async function signInStaff(
  webUrl: string,
  who: { readonly username: string; readonly password: string },
): Promise<StaffMember> {
  const client = createStaffClient(webUrl);
  await client.send('POST', '/session', { username: who.username, password: who.password });
  const findHeld = (words: string): Promise<MessageView> =>
    until(async () => {
      const { items } = await client.get<Queue>('/messages/queue');
      for (const { messageId } of items) {
        const message = await client.send<MessageView>('POST', `/messages/${messageId}/claim`, {});
        if (message.body.includes(words)) return message;
        await client.send('POST', `/messages/${messageId}/unclaim`, {});
      }
      return undefined;
    }, `a held message with "${words}"`);
  const decide = async (words: string, decision: unknown): Promise<void> => {
    const { messageId, bodySha256 } = await findHeld(words);
    await client.send('POST', `/messages/${messageId}/decision`, { bodySha256, note: null, decision });
  };
  return {
    ...client,
    findHeld,
    release: (words) => decide(words, { kind: 'release' }),
    stop: (words, reason, remark) => decide(words, { kind: 'stop', reason, remark: remark ?? null }),
    allMessages: async () => {
      const heads = await client.get<{ readonly items: readonly QueueItem[] }>('/messages');
      const views: MessageView[] = [];
      for (const { messageId } of heads.items.toReversed())
        views.push(await client.get<MessageView>(`/messages/${messageId}`));
      return views;
    },
    lessonsDone: async (prisonerNumber, packId) => {
      const { learners } = await client.get<Learners>(`/learners?search=${prisonerNumber}`);
      return learners[0]?.packs.find((pack) => pack.packId === packId)?.done;
    },
  };
}
