import type { licensedMeasures } from './instrument.ts';

/** What is known of a licensed measure without a word of it: enough to judge the file a prison's licence gave it. */
export type Skeleton = {
  readonly name: string;
  /** `values`: what the answers count, in printed order. Several: the licensed form settles which, item by item. */
  readonly items: readonly { readonly values: readonly string[]; readonly counts?: 'reversed' | 'not-scored' }[];
  /** Items that are printed with one set of answers, and the item whose set it is not. */
  readonly sharedAnswers?: { readonly items: readonly number[]; readonly unlike: number };
  readonly higherIs: 'worse' | 'better';
  readonly reliableChange: number | null;
  /** True where the raw sum means nothing until the licensed table turned it into a metric score. */
  readonly converts: boolean;
  /** How many unanswered items the published rules let the mean stand for; none where it is not named. */
  readonly proRateAtMost?: number;
  /** True where an answer of the form opens the Act now screen: its file must say which. */
  readonly asksRisk: boolean;
  /** Who gives the licence. */
  readonly licensor: string;
};

const FIVE_FROM_ONE = '1,2,3,4,5';
const FIVE_FROM_NOUGHT = '0,1,2,3,4';
const FIVE_TO_NOUGHT = '4,3,2,1,0';
const same = (count: number, ...values: readonly string[]) => Array.from({ length: count }, () => ({ values }));

/** The licensed measures (domain.md 2.3). */
export const skeletons: Readonly<Record<(typeof licensedMeasures)[number], Skeleton>> = {
  wemwbs: { name: 'WEMWBS', items: same(14, FIVE_FROM_ONE), higherIs: 'better', reliableChange: 3, converts: false, asksRisk: false, licensor: 'University of Warwick' },
  swemwbs: { name: 'SWEMWBS', items: same(7, FIVE_FROM_ONE), higherIs: 'better', reliableChange: null, converts: true, asksRisk: false, licensor: 'University of Warwick' },
  // Wording is positive in some items and negative in others. The printed values settle which, so none is reversed here; the
  // eleventh item stands apart.
  'reqol-10': { name: 'ReQoL-10', items: [...same(10, FIVE_FROM_NOUGHT, FIVE_TO_NOUGHT), { values: [FIVE_FROM_NOUGHT, FIVE_TO_NOUGHT], counts: 'not-scored' }], higherIs: 'better', reliableChange: 5, converts: false, asksRisk: true, licensor: 'Oxford University Innovation' },
  dudit: { name: 'DUDIT', items: [...same(9, FIVE_FROM_NOUGHT), ...same(2, '0,2,4')], sharedAnswers: { items: [4, 5, 6, 7, 8, 9], unlike: 1 }, higherIs: 'worse', reliableChange: null, converts: false, asksRisk: false, licensor: 'Karolinska Institutet' },
};
