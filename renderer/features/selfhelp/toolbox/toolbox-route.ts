/** Places in the toolbox: the shelf, one technique, doing it, or what came of it once (a record). */
export type ToolboxRoute = {
  readonly screen: 'toolbox';
  readonly technique?: string;
  /** True while the technique is being done. */
  readonly doing?: boolean;
  /** The id of a practice that was finished. */
  readonly practice?: string;
};
