import { stringify } from 'csv-stringify/sync';

/**
 * A table for a spreadsheet. The mark at the front tells spreadsheets that this is UTF-8: without it they break Welsh
 * and Arabic. Cells that look like formulas are made harmless: names come from outside.
 */
export function writeCsv(columns: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  return `\uFEFF${stringify([[...columns], ...rows.map((row) => [...row])], { escape_formulas: true, record_delimiter: 'windows' })}`;
}
