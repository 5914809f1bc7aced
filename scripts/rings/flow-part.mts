/** The parts in which flows run, each a ring that fits twenty minutes (issue 1). */
export const FLOW_PARTS = ['courses', 'outages', 'tablets', 'people'] as const;
export type FlowPart = (typeof FLOW_PARTS)[number];

/**
 * The one part that a flow belongs to, by the name of its file: those in which power or line fails, those in which people
 * and tablets change places, those about courses, and all others, which are about people.
 */
export function partOfFlow(file: string): FlowPart {
  const name = file.split('/').at(-1) ?? '';
  if (/^week-offline|power/.test(name)) return 'outages';
  if (/^(enrolment|two-people)|two-tablets/.test(name)) return 'tablets';
  return /^(find-a-lesson|pack-|photo-|teacher-|written-)/.test(name) ? 'courses' : 'people';
}
