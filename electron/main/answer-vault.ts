import { fail, ok } from '#protocol/result.ts';
import { RATES } from '../calls/rates.ts';
import { createTokenBucket } from '../calls/token-bucket.ts';
import type { NoteCall } from '../calls/answer-call.ts';
import type { MainAnswers, VaultQuestion, VaultWord } from '../vault/vault-messages.ts';
import type { GatewayLink } from './gateway-link/create-gateway-link.ts';

/** What main does for the vault. */
export type VaultHelp = {
  readonly answer: (question: VaultQuestion) => Promise<MainAnswers[VaultQuestion['ask']]>;
  readonly hear: (news: Extract<VaultWord, { tell: unknown }>) => void;
};

/**
 * Creates it. Keeps what the vault forgets with its process: how often people sign in, and for each prison number tried
 * when its last wrong PIN was learned of.
 */
export function createVaultHelp(link: Pick<GatewayLink, 'enrolment' | 'firstSignIn'>, now: () => number, note: NoteCall): VaultHelp {
  const learnedAt = new Map<string, number>();
  const buckets = { firstSignIn: createTokenBucket(RATES.firstSignIn, now), signIn: createTokenBucket(RATES.signIn, now) };
  const findPlace = ({ call, prisonerNumber }: Extract<VaultQuestion, { ask: 'place' }>): MainAnswers['place'] => {
    // The vault counts too, but a page that loads itself again has a new vault.
    if (!buckets[call].take()) return fail({ code: 'too-often' });
    const enrolment = link.enrolment();
    if (enrolment === undefined) return fail({ code: 'not-enrolled' });
    const { tabletId, gatewayKey } = enrolment;
    const known = learnedAt.get(prisonerNumber);
    return ok({ tabletId, gatewayKey, ...(known === undefined ? {} : { learnedAt: known }) });
  };
  return {
    answer: async (question) => {
      if (question.ask === 'place') return findPlace(question);
      const { prisonerNumber, code, publicKey } = question;
      return link.firstSignIn({ prisonerNumber, code, publicKey });
    },
    hear: (news) => {
      if (news.tell === 'note') note(news.event, news.call, news.code);
      else if (news.learnedAt === null) learnedAt.delete(news.prisonerNumber);
      else learnedAt.set(news.prisonerNumber, news.learnedAt);
    },
  };
}
