import type { ContactId, MessageId, PersonId } from '#protocol/ids.ts';
import type { EscalationDesk, StopReason } from '#protocol/messaging/reasons.ts';
import { isModerated } from '#protocol/messaging/rules.ts';
import type { Contact, MessageState } from '#protocol/messaging/schema.ts';
import { detectLanguage, type Language } from '../../../screening/detect-language.ts';
import type { Flag } from '../../../screening/flag.ts';

/** Why a message waits for a person. `recalled`: it was on its way and a member of staff took it back. */
export const holdCauses = ['policy', 'flag', 'sample', 'monitored', 'recalled'] as const;
export type HoldCause = (typeof holdCauses)[number];

/** A moderator's hold on a message: nobody else decides it until `until` (milliseconds). */
export type Claim = { readonly staffId: string; readonly until: number };

/** One person's wish to stop a message for a reason that needs two (reasons.ts, `seconded`). */
export type StopProposal = { readonly reason: StopReason; readonly staffId: string; readonly at: number };

/**
 * A message that moderation may read and decide. `handling` is the guard of ADR 0006: queue, flags and decisions take
 * this type, and a message to or from a privileged contact cannot be one, because the only way to make one starts
 * from a `ModeratedContact`. All times are the gateway's milliseconds, but `writtenAt`, which is the writer's clock.
 */
export type ModeratedMessage = {
  readonly handling: 'moderated';
  readonly messageId: MessageId;
  readonly personId: PersonId;
  readonly contactId: ContactId;
  readonly direction: 'out' | 'in';
  readonly body: string;
  /** SHA-256 (hex) of the body: a decision names it, so that nobody releases A having read B (security.md 5 N204). */
  readonly bodySha256: string;
  readonly writtenAt: number;
  readonly receivedAt: number;
  readonly state: MessageState;
  readonly history: readonly { readonly state: MessageState; readonly at: number }[];
  readonly receipt: string | null;
  readonly reason: StopReason | null;
  readonly refusal: string | null;
  readonly remark: string | null;
  readonly readAt: number | null;
  readonly flags: readonly Flag[];
  /** What the body seems to be written in; null when nobody can tell, or it came before languages were told. */
  readonly language: Language | null;
  readonly heldFor: HoldCause | null;
  readonly desk: EscalationDesk | null;
  readonly claim: Claim | null;
  readonly proposal: StopProposal | null;
  /** When the first attempt to hand it to the family service began; from then on it may be outside. */
  readonly handedOverAt: number | null;
};

/** What is known of a message when it reaches the gateway. */
export type ArrivedMessage = Pick<
  ModeratedMessage,
  'messageId' | 'direction' | 'body' | 'bodySha256' | 'writtenAt' | 'receivedAt' | 'personId' | 'receipt'
>;

/**
 * Makes a message that moderation may take, in state `waiting`; the only maker there is. Returns undefined for a
 * privileged contact: then nothing of the text is kept.
 */
export function moderateMessage(
  contact: Contact,
  arrived: ArrivedMessage,
  flags: readonly Flag[],
): ModeratedMessage | undefined {
  if (!isModerated(contact)) return undefined;
  return {
    ...arrived,
    handling: contact.handling,
    contactId: contact.contactId,
    state: 'waiting',
    history: [{ state: 'waiting', at: arrived.writtenAt }],
    reason: null,
    refusal: null,
    remark: null,
    readAt: null,
    flags,
    language: detectLanguage(arrived.body),
    heldFor: null,
    desk: null,
    claim: null,
    proposal: null,
    handedOverAt: null,
  };
}
