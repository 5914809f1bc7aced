import { z } from 'zod/mini';
import { personIdSchema, recordIdSchema } from '#protocol/ids.ts';

/** A group's name: a line for people to read. */
const groupNameSchema = z.string().check(z.trim(), z.minLength(1), z.maxLength(60), z.regex(/^[^\p{Cc}\p{Cf}]+$/u));

/** GET /groups: by name, each with the people in it who are here. */
export const groupSchema = z.object({ groupId: recordIdSchema, name: z.string(), people: z.array(z.object({ personId: personIdSchema, name: z.string() })) });
export type Group = z.infer<typeof groupSchema>;
export const groupsSchema = z.object({ groups: z.array(groupSchema) });

/** POST /groups and PATCH /groups/:groupId */
export const groupRequestSchema = z.strictObject({ name: groupNameSchema });
/** PUT /groups/:groupId/people: these and no others, at most a wing's worth. */
export const groupPeopleRequestSchema = z.strictObject({ personIds: z.array(personIdSchema).check(z.maxLength(500)) });
export const groupParamsSchema = z.object({ groupId: recordIdSchema });
