import { fail, ok, type Result } from '../result.ts';
import type { Contact, MessagePolicy, MessageRecord, MessageState } from './schema.ts';

/** A contact that can be written to here; a privileged one is another type, which no sending code accepts (ADR 0006). */
export type ModeratedContact = Contact & { readonly handling: 'moderated' };

/** Why a draft cannot be sent. Each has a kind sentence on the screen; the gateway applies the same rule. */
export type DraftFault = { readonly code: 'empty' | 'too-long' | 'contact-privileged' | 'contact-not-approved' | 'contact-restricted' | 'allowance-used' };

/** The facts a draft is judged by. `now` in milliseconds; `sentThisWeek` counts messages of this person's last seven days. */
export type DraftFacts = { readonly contact: Contact; readonly policy: MessagePolicy; readonly sentThisWeek: number; readonly now: number };

/** Judges a draft: the law that tablet and gateway share. Returns the text to send, tidied at the ends. */
export function checkDraft(body: string, facts: DraftFacts): Result<string, DraftFault> {
  const { contact, policy } = facts;
  if (!isModerated(contact)) return fail({ code: 'contact-privileged' });
  if (!contact.approved) return fail({ code: 'contact-not-approved' });
  if (isRestricted(contact, facts.now)) return fail({ code: 'contact-restricted' });
  const text = body.replace(/\r\n?/g, '\n').trim();
  if (text === '') return fail({ code: 'empty' });
  if (countCharacters(text) > policy.maxCharacters) return fail({ code: 'too-long' });
  if (policy.perWeek !== null && facts.sentThisWeek >= policy.perWeek) return fail({ code: 'allowance-used' });
  return ok(text);
}

/** True when messages to this contact go through moderation at all. */
export function isModerated(contact: Contact): contact is ModeratedContact {
  return contact.handling === 'moderated';
}

/** True while any restriction is in force at `now`. */
export function isRestricted(contact: Contact, now: number): boolean {
  return contact.restrictions.some((restriction) => restriction.from <= now && (restriction.until === null || now < restriction.until));
}

/** Length as a person counts it, near enough: Unicode code points, not UTF-16 halves. */
export function countCharacters(text: string): number {
  return Array.from(text).length;
}

/** What can happen to a message on its way. */
export type MessageEvent = 'hold' | 'release' | 'refuse' | 'stop' | 'return' | 'overturn' | 'receipt' | 'failure' | 'recall' | 'escalate';

/** The only moves there are (architecture.md section 5). `waiting` is the tablet's; the gateway starts from it at intake. */
const MOVES: Readonly<Record<MessageState, Readonly<Partial<Record<MessageEvent, MessageState>>>>> = {
  waiting: { hold: 'held', release: 'released', refuse: 'refused' },
  held: { release: 'released', stop: 'stopped', return: 'returned', escalate: 'held' },
  released: { receipt: 'delivered', failure: 'undeliverable', recall: 'held' },
  stopped: { overturn: 'released' },
  delivered: {},
  undeliverable: {},
  refused: {},
  returned: {},
};

/** The state after an event, or `move-not-allowed`. */
export function nextMessageState(state: MessageState, event: MessageEvent): Result<MessageState, { readonly code: 'move-not-allowed' }> {
  const next = MOVES[state][event];
  return next === undefined ? fail({ code: 'move-not-allowed' }) : ok(next);
}

/** The words of law 2 for a message written here: what the screen may say, and nothing better than the truth. */
export type HonestState = 'on-this-tablet' | 'being-checked' | 'on-its-way' | 'delivered' | 'not-delivered' | 'refused' | 'stopped' | 'returned';

/** Maps a record to its honest state. A message without a receipt has not left the tablet. */
export function honestState(message: Pick<MessageRecord, 'state'>): HonestState {
  const words: Readonly<Record<MessageState, HonestState>> = {
    waiting: 'on-this-tablet',
    held: 'being-checked',
    released: 'on-its-way',
    delivered: 'delivered',
    undeliverable: 'not-delivered',
    refused: 'refused',
    stopped: 'stopped',
    returned: 'returned',
  };
  return words[message.state];
}
