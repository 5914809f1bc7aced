import type { FlagCode } from '../../../gateway/screening/flag.ts';

/** A message that says something a moderator should see and hides it: what it is, how it is hidden, the words. */
export type Evasion = readonly [code: FlagCode, trick: string, text: string];
