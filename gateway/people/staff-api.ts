import { z } from 'zod/mini';
import { personIdSchema, prisonerNumberSchema, tabletIdSchema } from '#protocol/ids.ts';

const plainText = (max: number) => z.string().check(z.minLength(1), z.maxLength(max), z.regex(/^[^\p{Cc}\p{Cf}]+$/u));

/** `here`: in this establishment. `left`: moved or released; their tablets are taken from them. */
export const personStatuses = ['here', 'left'] as const;

export const personSchema = z.object({
  personId: personIdSchema,
  prisonerNumber: prisonerNumberSchema,
  firstName: plainText(60),
  lastName: plainText(60),
  wing: plainText(60),
  cell: plainText(20),
  status: z.enum(personStatuses),
  /** Tablets this person is assigned to. */
  tablets: z.array(z.object({ tabletId: tabletIdSchema, name: z.string() })),
});
export type Person = z.infer<typeof personSchema>;

/** GET /people?search=&wing=&status= */
export const peopleQuerySchema = z.strictObject({
  search: z.optional(z.string().check(z.maxLength(60))),
  wing: z.optional(z.string().check(z.maxLength(60))),
  status: z.optional(z.enum(personStatuses)),
});
export const peopleSchema = z.object({ people: z.array(personSchema) });

/** POST /people */
export const newPersonRequestSchema = z.strictObject({
  prisonerNumber: prisonerNumberSchema,
  firstName: plainText(60),
  lastName: plainText(60),
  wing: plainText(60),
  cell: plainText(20),
});
export type NewPerson = z.infer<typeof newPersonRequestSchema>;

/** PATCH /people/:personId */
export const changePersonRequestSchema = z.strictObject({
  firstName: z.optional(plainText(60)),
  lastName: z.optional(plainText(60)),
  wing: z.optional(plainText(60)),
  cell: z.optional(plainText(20)),
  status: z.optional(z.enum(personStatuses)),
});
export type ChangePerson = z.infer<typeof changePersonRequestSchema>;

export const personParamsSchema = z.object({ personId: personIdSchema });
