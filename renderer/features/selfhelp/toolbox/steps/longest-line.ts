/** The longest text of one field, in UTF-16 units: the schema of a practice takes twice as much. */
export const LONGEST_LINE = 2000;
