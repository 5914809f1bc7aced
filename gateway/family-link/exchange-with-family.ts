import type { LinkCertificate, LinkContact, LinkDelivery, LinkReceipts, LinkReply, LinkStatus } from '#protocol/family-link/schema.ts';
import { fail, ok, type Result } from '#protocol/result.ts';
import type { FamilyLink, LinkFault } from './link.ts';

/**
 * What the link carries, as the features give and take it. Each `take…` gives at most one call's worth,
 * and nothing is forgotten before its answer came: a gateway switched off at any moment says it again.
 */
export type FamilyWork = {
  readonly takeContacts: () => Promise<readonly LinkContact[]>;
  readonly contactsKnown: (contacts: readonly LinkContact[]) => Promise<void>;
  /** From here on these may be outside. */
  readonly takeDeliveries: () => Promise<readonly LinkDelivery[]>;
  readonly deliveriesAnswered: (
    deliveries: readonly LinkDelivery[],
    answer: Result<LinkReceipts, LinkFault>,
  ) => Promise<void>;
  /** Stores a sealed reply's text, or why it was not taken; the same reply again changes nothing. */
  readonly receiveReply: (reply: LinkReply) => Promise<void>;
  readonly takeStatuses: () => Promise<readonly LinkStatus[]>;
  readonly statusesKnown: (statuses: readonly LinkStatus[]) => Promise<void>;
} & CertificateWork;

/** What the public page of certificates is told. */
export type CertificateWork = {
  readonly takeCertificates: () => Promise<readonly LinkCertificate[]>;
  readonly certificatesKnown: (certificates: readonly LinkCertificate[]) => Promise<void>;
};

/** How often one kind is repeated within one exchange, so that a flood of one does not starve the others. */
const MAX_ROUNDS = 20;

/** One round of talk with the family service. Contacts go first: a delivery needs someone it is for. */
export async function exchangeWithFamily(link: FamilyLink, work: FamilyWork): Promise<Result<void, LinkFault>> {
  for (const step of [pushContacts, pushDeliveries, fetchReplies, pushStatuses, pushCertificates]) {
    const result = await repeat(() => step(link, work));
    if (!result.ok) return result;
  }
  return ok(undefined);
}

/** Repeats a step until it says that nothing is left, or it fails. */
async function repeat(step: () => Promise<Result<'more' | 'done', LinkFault>>): Promise<Result<void, LinkFault>> {
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const result = await step();
    if (!result.ok) return result;
    if (result.value === 'done') return ok(undefined);
  }
  return ok(undefined);
}

async function pushContacts(link: FamilyLink, work: FamilyWork): Promise<Result<'more' | 'done', LinkFault>> {
  const contacts = await work.takeContacts();
  if (contacts.length === 0) return ok('done');
  const pushed = await link.pushContacts(contacts);
  if (!pushed.ok) return pushed;
  await work.contactsKnown(contacts);
  return ok('more');
}

async function pushDeliveries(link: FamilyLink, work: FamilyWork): Promise<Result<'more' | 'done', LinkFault>> {
  const deliveries = await work.takeDeliveries();
  if (deliveries.length === 0) return ok('done');
  const answer = await link.pushDeliveries(deliveries);
  await work.deliveriesAnswered(deliveries, answer);
  return answer.ok ? ok('more') : answer;
}

async function fetchReplies(link: FamilyLink, work: FamilyWork): Promise<Result<'more' | 'done', LinkFault>> {
  const replies = await link.fetchReplies();
  if (!replies.ok) return replies;
  if (replies.value.length === 0) return ok('done');
  // Each is committed here before the service is told that it may forget it.
  for (const reply of replies.value) await work.receiveReply(reply);
  const confirmed = await link.confirmFetched(replies.value.map((reply) => reply.messageId));
  return confirmed.ok ? ok('more') : fail(confirmed.error);
}

async function pushStatuses(link: FamilyLink, work: FamilyWork): Promise<Result<'more' | 'done', LinkFault>> {
  const statuses = await work.takeStatuses();
  if (statuses.length === 0) return ok('done');
  const pushed = await link.pushStatuses(statuses);
  if (!pushed.ok) return pushed;
  await work.statusesKnown(statuses);
  return ok('more');
}

async function pushCertificates(link: FamilyLink, work: FamilyWork): Promise<Result<'more' | 'done', LinkFault>> {
  const certificates = await work.takeCertificates();
  if (certificates.length === 0) return ok('done');
  const pushed = await link.pushCertificates(certificates);
  // A service from before there were certificates does not know the address: the rest of the talk went well.
  if (!pushed.ok) return pushed.error.code === 'refused' && pushed.error.status === 404 ? ok('done') : pushed;
  await work.certificatesKnown(certificates);
  return ok('more');
}
