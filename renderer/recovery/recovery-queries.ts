import type { PersonDatabase } from '../db/open-person-database.ts';
import { NO_SHEET, recoveryTables, type RecoveryState, type SheetRow } from './recovery-tables.ts';

/** How somebody stands with recovery sheets. */
export type Recovery = {
  readonly state: RecoveryState;
  /** Sheets that this tablet neither made nor opened: their words would bring keys. */
  readonly others: readonly SheetRow[];
  /**
   * `none`: asked on the first screen. `elsewhere`: there is a sheet of another tablet, and none of this one; who wanted
   * none before it came is asked for its words all the same. `made`, `skipped`: nothing is asked.
   */
  readonly stands: 'none' | 'elsewhere' | 'made' | 'skipped';
};

/** Reads it; live inside `useLiveQuery`. */
export async function loadRecovery(database: PersonDatabase): Promise<Recovery> {
  const tables = recoveryTables(database);
  const [sheets, kept] = await Promise.all([tables.sheets.list(), tables.state.get('state')]);
  const state = kept ?? NO_SHEET;
  const others = sheets.filter(({ stored }) => stored.box !== state.ownBox);
  return { state, others, stands: standing(state, others.length > 0) };
}

function standing(state: RecoveryState, hasOthers: boolean): Recovery['stands'] {
  if (state.ownBox !== null) return 'made';
  if (hasOthers && state.skippedOthers !== true) return 'elsewhere';
  return state.skipped ? 'skipped' : 'none';
}
