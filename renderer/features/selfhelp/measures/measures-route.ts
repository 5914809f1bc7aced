/** Places among the questionnaires: the list, one measure (asking or looking back), or the person's own safety plan. */
export type MeasuresRoute = {
  readonly screen: 'measures';
  readonly instrument?: string;
  /** `results`: what came of it so far. */
  readonly view?: 'results' | 'safety-plan';
};
