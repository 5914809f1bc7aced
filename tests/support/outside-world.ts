import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { createFamilyLink, type FamilyLink } from '../../gateway/family-link/link.ts';
import { createReplyOpener } from '../../gateway/family-link/open-reply.ts';
import { generateGatewayKey } from '../../gateway/sync/seals.ts';
import { makeInvitation, showInvitation } from '../../protocol/family-link/invitation.ts';
import type { LinkContact, LinkDelivery, LinkStatus } from '../../protocol/family-link/schema.ts';
import { startFamilyProcess, type FamilyProcess } from './family-process.ts';

/** A family service with a prison that is only its link: for screens, where what happens inside is of no matter. */
export type OutsideWorld = {
  readonly family: FamilyProcess;
  readonly link: FamilyLink;
  /** Invites a new contact of this prisoner; gives the code as printed. */
  readonly invite: (prisonerName: string) => Promise<{ readonly contactId: string; readonly code: string }>;
  readonly setActive: (contactId: string, active: boolean) => Promise<void>;
  readonly deliver: (contactId: string, body: string, writtenAt: number) => Promise<void>;
  /** Collects the waiting replies, opened. */
  readonly collect: () => Promise<readonly { readonly messageId: string; readonly body: string | undefined }[]>;
  readonly tell: (messageId: string, state: LinkStatus['state'], reason?: LinkStatus['reason']) => Promise<void>;
};

/** Starts it. */
export async function startOutsideWorld(): Promise<OutsideWorld> {
  const family = await startFamilyProcess();
  const link = createFamilyLink({ url: family.url, token: family.token, timeout: 10_000 });
  const key = await generateGatewayKey();
  const open = await createReplyOpener(key.privateKey);
  const contacts = new Map<string, LinkContact>();
  const push = async (contact: LinkContact): Promise<void> => {
    contacts.set(contact.contactId, contact);
    must(await link.pushContacts([contact]));
  };
  return {
    family,
    link,
    invite: async (prisonerName) => {
      const code = makeInvitation(randomBytes(64)) ?? '';
      const contactId = randomUUID() as LinkContact['contactId'];
      const invitation = {
        codeSha256: createHash('sha256').update(code).digest('hex'),
        expiresAt: Date.now() + 3_600_000,
      };
      const gatewayKey = Buffer.from(key.publicKey).toString('base64url');
      await push({
        contactId,
        contactName: 'Maria',
        prisonerName,
        active: true,
        invitation,
        gatewayKey,
        maxCharacters: 4000,
      });
      return { contactId, code: showInvitation(code) };
    },
    setActive: async (contactId, active) => {
      const contact = contacts.get(contactId);
      if (contact !== undefined) await push({ ...contact, active });
    },
    deliver: async (contactId, body, writtenAt) => {
      const delivery = { messageId: randomUUID(), contactId, body, writtenAt, releasedAt: Date.now() } as LinkDelivery;
      must(await link.pushDeliveries([delivery]));
    },
    collect: async () => {
      const replies = must(await link.fetchReplies());
      const opened = await Promise.all(
        replies.map(async (reply) => ({ messageId: reply.messageId, body: await open(reply) })),
      );
      must(await link.confirmFetched(replies.map((reply) => reply.messageId)));
      return opened;
    },
    tell: async (messageId, state, reason = null) => {
      must(await link.pushStatuses([{ messageId, state, reason, at: Date.now() + 1 } as LinkStatus]));
    },
  };
}

function must<T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown },
): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}
