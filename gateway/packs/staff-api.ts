import { z } from 'zod/mini';
import { packIdSchema, recordIdSchema, sha256Schema, tabletIdSchema, timeSchema } from '#protocol/ids.ts';
import {
  itemKindSchema,
  keyIdSchema,
  packVersionSchema,
  signerRoleSchema,
  trustedKeySchema,
} from '#protocol/packs/manifest.ts';
import { roleKeySchema, rolesSchema } from '#protocol/packs/roles.ts';

/** Whom a pack is published to. Wings and people may be combined by publishing more than once. */
export const packAudienceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('everyone') }),
  z.strictObject({ kind: z.literal('wing'), wing: z.string().check(z.minLength(1), z.maxLength(60)) }),
  z.strictObject({ kind: z.literal('group'), groupId: recordIdSchema }),
  z.strictObject({ kind: z.literal('person'), personId: z.string().check(z.regex(/^[0-9a-f-]{36}$/)) }),
  /** One tablet that staff try a new edition on: it alone gets that edition, and all who use it see it. */
  z.strictObject({ kind: z.literal('tablet'), tabletId: tabletIdSchema }),
]);
export type PackAudience = z.infer<typeof packAudienceSchema>;

/** One edition that passed verification and is kept here. */
export const packEditionSchema = z.object({
  packId: packIdSchema,
  version: z.int(),
  manifestSha256: sha256Schema,
  /** Language → words, from the signed manifest. */
  title: z.record(z.string(), z.string()),
  summary: z.record(z.string(), z.string()),
  languages: z.array(z.string()),
  subject: z.string(),
  level: z.array(z.string()),
  minutes: z.int(),
  items: z.array(
    z.object({
      activityId: z.string(),
      kind: itemKindSchema,
      title: z.record(z.string(), z.string()),
      minutes: z.int(),
    }),
  ),
  files: z.int(),
  bytes: z.int(),
  signedBy: z.array(z.object({ keyId: z.string(), role: signerRoleSchema })),
  warnings: z.array(z.string()),
  receivedAt: timeSchema,
  receivedBy: z.string(),
});
export type PackEdition = z.infer<typeof packEditionSchema>;

/** A ready-made pack that waits for a second person, as the draft of this id. */
export const waitingPackSchema = z.object({
  draftId: recordIdSchema,
  packId: packIdSchema,
  version: z.int(),
  title: z.record(z.string(), z.string()),
  signedBy: z.array(z.object({ keyId: z.string(), role: signerRoleSchema })),
  /** Of education and security, those that had not signed it when it came. */
  lacks: z.array(signerRoleSchema),
});
export type WaitingPack = z.infer<typeof waitingPackSchema>;
/** POST /packs: an edition where enough keys of the right roles have signed it, else what waits. */
export const receivedPackSchema = z.union([waitingPackSchema, packEditionSchema]);
export type ReceivedPack = z.infer<typeof receivedPackSchema>;

/** Published to one audience. The edition published last is the one everybody gets: an edition never goes back. */
export const packPublicationSchema = z.object({
  publicationId: recordIdSchema,
  packId: packIdSchema,
  audience: packAudienceSchema,
  publishedAt: timeSchema,
  publishedBy: z.string(),
  /** Of a test tablet: the edition it gets. */
  version: z.nullable(z.int()),
  from: z.nullable(z.string()),
  until: z.nullable(z.string()),
});
export type PackPublication = z.infer<typeof packPublicationSchema>;

/** GET /packs: newest edition first within a pack. */
export const packsSchema = z.object({
  packs: z.array(
    z.object({
      packId: packIdSchema,
      /** The edition tablets are told to have; null: none. */
      publishedVersion: z.nullable(z.int()),
      staffPick: z.boolean(),
      editions: z.array(packEditionSchema),
      publications: z.array(packPublicationSchema),
    }),
  ),
});
export type Packs = z.infer<typeof packsSchema>;

/** POST /packs/:packId/publications */
const daySchema = z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/));
export const publishPackRequestSchema = z
  .strictObject({
    version: z.int().check(z.gte(1)),
    audience: packAudienceSchema,
    /** First and last day it is shown; both may be open. */
    from: z.optional(daySchema),
    until: z.optional(daySchema),
  })
  .check(z.refine(({ from, until }) => from === undefined || until === undefined || from <= until));
export type PublishPackRequest = z.infer<typeof publishPackRequestSchema>;
/** PUT /packs/:packId/pick: whether staff recommend a published course. */
export const pickPackRequestSchema = z.strictObject({ staffPick: z.boolean() });

/** GET /packs/:packId/holders: every tablet, the edition it was told to have, and the one it says it has. */
export const packHoldersSchema = z.object({
  tablets: z.array(
    z.object({
      tabletId: tabletIdSchema,
      name: z.string(),
      wing: z.string(),
      told: z.nullable(z.int()),
      has: z.nullable(z.int()),
      lastContactAt: z.nullable(timeSchema),
    }),
  ),
});
export type PackHolders = z.infer<typeof packHoldersSchema>;
/** As much of GET /groups as whoever publishes needs. */
export const groupChoicesSchema = z.object({ groups: z.array(z.object({ groupId: recordIdSchema, name: z.string() })) });

export const packParamsSchema = z.object({ packId: packIdSchema });
export const publicationParamsSchema = z.object({ publicationId: recordIdSchema });

/** GET and POST /pack-keys: whose signatures this establishment trusts. */
export const packKeysSchema = z.object({ keys: z.array(trustedKeySchema) });
export const packKeyParamsSchema = z.object({ keyId: z.string().check(z.maxLength(100)) });

/** Why something was taken back or let in again, in the words of whoever did it; colleagues and auditors read it. */
const reasonSchema = z.string().check(z.trim(), z.minLength(3), z.maxLength(500));

/** What is taken back: a pack (one edition, or all where no version is named), or a key with everything it signed. */
const revokedThing = {
  pack: { kind: z.literal('pack'), packId: packIdSchema, version: z.optional(packVersionSchema) },
  key: { kind: z.literal('key'), keyId: keyIdSchema },
};

/** POST /revocations: takes a pack or a key back, at once and everywhere (PACK-18). */
export const revokeRequestSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...revokedThing.pack, reason: reasonSchema }),
  z.strictObject({ ...revokedThing.key, reason: reasonSchema }),
]);
export type RevokeRequest = z.infer<typeof revokeRequestSchema>;

const standing = { revocationId: recordIdSchema, reason: z.string(), revokedAt: timeSchema, revokedBy: z.string() };
/** Somebody wants it to be let in again; another person of security has to agree. */
export const liftSchema = z.object({ reason: z.string(), askedAt: timeSchema, askedBy: z.string(), mine: z.boolean() });
export type Lift = z.infer<typeof liftSchema>;
const lift = z.nullable(liftSchema);
/** One revocation that stands. */
export const revocationSchema = z.discriminatedUnion('kind', [
  z.object({ ...revokedThing.pack, ...standing, lift }),
  z.object({ ...revokedThing.key, ...standing, lift }),
]);
export type Revocation = z.infer<typeof revocationSchema>;
type Facts<Of> = Of extends Revocation ? Omit<Of, 'lift'> : never;
/** A revocation without who wants to lift it. */
export type RevocationFacts = Facts<Revocation>;

/** GET /revocations: what is taken back now, newest first. */
export const revocationsSchema = z.object({ revocations: z.array(revocationSchema) });

/**
 * POST /revocations/:revocationId/lift: asks that it be let in again. DELETE: takes that wish back, or turns it down.
 * POST …/lift/agree: the second person lets it in.
 */
export const revocationParamsSchema = z.object({ revocationId: recordIdSchema });
export const liftRequestSchema = z.strictObject({ reason: reasonSchema });

/** GET /pack-release: the newest signed list of what is live; null before the first. It is issued anew at `nextAt` at the latest. */
export const releaseStateSchema = z.object({
  release: z.nullable(
    z.object({
      serial: z.int(),
      issuedAt: timeSchema,
      nextAt: timeSchema,
      packs: z.int(),
      revoked: z.int(),
      /** Whether tablets are given it: only where a roles document names the gateway's key. */
      given: z.boolean(),
    }),
  ),
});

/** POST /pack-roles: the next roles document, as `throughline keys roles` wrote it. GET: the one that stands, or null. */
export const standingRolesSchema = z.object({ roles: z.nullable(rolesSchema) });

/** POST /pack-roles/look: what a roles document says, before it is taken over. Nothing changes. */
export const rolesLookSchema = z.object({
  roles: rolesSchema,
  /** The version that stands here; null: none. */
  against: z.nullable(z.int()),
  /** Ids of the root keys whose signatures under it are right. */
  signers: z.array(keyIdSchema),
  /** Keys that are in one of the two only, and keys that are in both under another role. */
  added: z.array(roleKeySchema),
  removed: z.array(roleKeySchema),
  /** How many keys it took until now; null: no document stands. */
  before: z.nullable(rolesSchema.shape.thresholds),
  rolesBefore: z.nullable(z.array(signerRoleSchema)),
  /** Why it would not be taken (protocol/packs/verify-roles.ts); null: it would. */
  refusal: z.nullable(z.string()),
});
export type RolesLook = z.infer<typeof rolesLookSchema>;
