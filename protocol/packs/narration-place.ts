import { z } from 'zod/mini';
import { packPathSchema } from './file-list.ts';

/** Where something read aloud has its sound and the times of its words; both have the role `narration` (PACK-35). */
export const narrationSchema = z.object({ audio: packPathSchema, timings: packPathSchema });
/** Where something read aloud has its sound and its times. */
export type Narration = z.infer<typeof narrationSchema>;
