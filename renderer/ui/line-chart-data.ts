/** At most three series: more cannot be told apart. */
export type LineChartData = {
  /**
   * One for each day, without holes, the oldest first. `label` gives the full date, which only the table
   * asks for: ten years of dates take longer to say than to draw. `tick` is the short one.
   */
  readonly points: readonly { readonly key: string; readonly label: () => string; readonly tick: string }[];
  /** `values` has one entry for each point; null where nothing was written that day. */
  readonly series: readonly {
    readonly key: string;
    readonly name: string;
    readonly values: readonly (number | null)[];
  }[];
  readonly min: number;
  readonly max: number;
  /** The words or numbers at the side. */
  readonly ticks: readonly { readonly value: number; readonly label: string }[];
};
