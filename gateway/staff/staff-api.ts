import { z } from 'zod/mini';
import { timeSchema } from '#protocol/ids.ts';

/** What a member of staff is here for. One each; what a role may do is in the features' `policy.ts`. */
export const staffRoles = [
  'moderator',
  'education',
  'tutor',
  'administrator',
  'security',
  'auditor',
  'governor',
  'safer-custody',
  'keyworker',
  'substance-misuse',
  'healthcare',
] as const;
export const staffRoleSchema = z.enum(staffRoles);
export type StaffRole = z.infer<typeof staffRoleSchema>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** The gateway's id of a member of staff; audit entries carry it. */
export const staffIdSchema = z.string().check(z.regex(UUID)).brand<'StaffId'>();
export type StaffId = z.infer<typeof staffIdSchema>;

/** A sign-in name: `j.morgan`. */
export const usernameSchema = z.string().check(z.regex(/^[a-z][a-z0-9.-]{1,39}$/));
/** A name for people to read; no control characters. */
export const staffNameSchema = z.string().check(z.minLength(1), z.maxLength(120), z.regex(/^[^\p{Cc}\p{Cf}]+$/u));
/** Twelve characters or more (ADR 0017); the upper limit only bounds the work of Argon2id. */
export const newPasswordSchema = z.string().check(z.minLength(12), z.maxLength(200));

/** POST /session. */
export const signInRequestSchema = z.strictObject({
  username: z.string().check(z.maxLength(60)),
  password: z.string().check(z.maxLength(200)),
});

/** GET and POST /session: who is signed in, and every action their role has, so that the console shows no dead buttons. */
export const sessionSchema = z.object({
  staff: z.object({ staffId: staffIdSchema, username: usernameSchema, name: staffNameSchema, role: staffRoleSchema }),
  actions: z.array(z.string()),
  establishment: z.object({ name: z.string() }),
});
export type Session = z.infer<typeof sessionSchema>;

/** POST /session/password: one's own. */
export const changePasswordRequestSchema = z.strictObject({
  current: z.string().check(z.maxLength(200)),
  next: newPasswordSchema,
});

/** POST /first-administrator: with the token from the file that an empty gateway writes into its data folder. */
export const firstAdministratorRequestSchema = z.strictObject({
  token: z.string().check(z.maxLength(100)),
  username: usernameSchema,
  name: staffNameSchema,
  password: newPasswordSchema,
});

export const accountSchema = z.object({
  staffId: staffIdSchema,
  username: usernameSchema,
  name: staffNameSchema,
  role: staffRoleSchema,
  /** False: cannot sign in any more. Accounts are never deleted, because the audit names them. */
  active: z.boolean(),
  createdAt: timeSchema,
  lastSignInAt: z.nullable(timeSchema),
});
export type Account = z.infer<typeof accountSchema>;
export const accountsSchema = z.object({ accounts: z.array(accountSchema) });
export const newAccountRequestSchema = z.strictObject({
  username: usernameSchema,
  name: staffNameSchema,
  role: staffRoleSchema,
  password: newPasswordSchema,
});
/** A new role or password ends that person's sessions. */
export const changeAccountRequestSchema = z.strictObject({
  name: z.optional(staffNameSchema),
  role: z.optional(staffRoleSchema),
  active: z.optional(z.boolean()),
  password: z.optional(newPasswordSchema),
});

const placeName = z.string().check(z.minLength(1), z.maxLength(60), z.regex(/^[^\p{Cc}\p{Cf}]+$/u));
/** GET and PUT /establishment. */
export const establishmentSchema = z.strictObject({
  name: z.string().check(z.minLength(1), z.maxLength(120), z.regex(/^[^\p{Cc}\p{Cf}]+$/u)),
  wings: z.array(placeName).check(z.maxLength(100)),
});
export type Establishment = z.infer<typeof establishmentSchema>;
