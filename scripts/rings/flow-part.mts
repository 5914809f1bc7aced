/** The parts in which flows run, each a ring that fits twenty minutes (issue 1). */
export const FLOW_PARTS = ['courses', 'outages', 'people'] as const;
export type FlowPart = (typeof FLOW_PARTS)[number];

/**
 * The one part that a flow belongs to, by the name of its file: those in which power or line fails or people and tablets
 * change places, those about courses, and all others, which are about people.
 */
export function partOfFlow(file: string): FlowPart {
  const name = file.split('/').at(-1) ?? '';
  if (/^(enrolment|two-people|week-offline)|power|two-tablets/.test(name)) return 'outages';
  return /^(find-a-lesson|pack-|photo-|teacher-|written-)/.test(name) ? 'courses' : 'people';
}
