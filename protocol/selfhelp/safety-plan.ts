import { z } from 'zod/mini';

/** The parts of a safety plan, in the order they are read on a bad day (Stanley and Brown 2012, Cognitive and Behavioral Practice 19:256-64; the words are ours). */
export const safetyPlanParts = ['signs', 'helps', 'places', 'people', 'safer', 'reasons'] as const;
export type SafetyPlanPart = (typeof safetyPlanParts)[number];

/** Most letters in one part, in Unicode code points; the schema counts UTF-16 halves. */
export const SAFETY_PLAN_LETTERS = 500;
const part = z.string().check(z.maxLength(SAFETY_PLAN_LETTERS * 2));

/** What somebody wrote on a calm day for a bad one. Private; shown on the Act now screen to them alone. */
export const safetyPlanSchema = z.strictObject({ signs: part, helps: part, places: part, people: part, safer: part, reasons: part });
export type SafetyPlan = z.infer<typeof safetyPlanSchema>;

/** A plan with nothing in it yet. */
export const EMPTY_SAFETY_PLAN: SafetyPlan = { signs: '', helps: '', places: '', people: '', safer: '', reasons: '' };
