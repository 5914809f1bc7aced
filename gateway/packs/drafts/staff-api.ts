import { z } from 'zod/mini';
import { packIdSchema, recordIdSchema, sha256Schema, timeSchema } from '#protocol/ids.ts';
import { packDifferenceSchema } from '#protocol/packs/compare-packs.ts';
import { MAX_FILE_BYTES, packPathSchema } from '#protocol/packs/file-list.ts';
import { completionSchema, itemKindSchema, levelSchema, signerRoleSchema, strictPackIdSchema } from '#protocol/packs/manifest.ts';
import { languageSchema } from '#protocol/packs/inline-text.ts';

/** Bytes of one part of an upload: 8 MiB goes in a second or so, and no more than that is sent twice after a cut. */
export const PART_BYTES = 8 * 1024 * 1024;
/** Largest upload, all its files together: 1 GiB, the builder's own limit. */
export const MAX_UPLOAD_BYTES = 1024 * 1024 * 1024;
/** Most files of one upload; a larger folder is put into one ZIP file first. */
export const MAX_UPLOAD_FILES = 1000;
/** Largest single file a draft is given afterwards: captions, a picture, a sound. */
export const MAX_REPLACEMENT_BYTES = 64 * 1024 * 1024;

/**
 * Where a draft stands. `uploading` parts arrive · `importing` it is read, checked and built · `refused` the file
 * cannot be used · `checked` something must be put right · `ready` it can be submitted · `submitted` a second person
 * decides · `returned` it came back with a reason · `approved` it is an edition that can be published.
 */
export const draftStateSchema = z.enum([
  'uploading',
  'importing',
  'refused',
  'checked',
  'ready',
  'submitted',
  'returned',
  'approved',
]);
export type DraftState = z.infer<typeof draftStateSchema>;

const words = z.record(z.string(), z.string());

/** POST /packs/uploads: what will come, in this order. */
export const newUploadSchema = z.strictObject({
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(240)),
  files: z
    .array(z.strictObject({ path: packPathSchema, bytes: z.int().check(z.gte(1), z.lte(MAX_FILE_BYTES)) }))
    .check(z.minLength(1), z.maxLength(MAX_UPLOAD_FILES)),
});
export type NewUpload = z.infer<typeof newUploadSchema>;

/** How far an upload is: GET /packs/uploads/:draftId, and the answer to its start. */
export const uploadSchema = z.object({
  draftId: recordIdSchema,
  name: z.string(),
  files: z.array(z.object({ path: z.string(), bytes: z.int(), received: z.int() })),
});
export type Upload = z.infer<typeof uploadSchema>;

/** PATCH /packs/uploads/:draftId/:position?offset= : at most `PART_BYTES` of one file, from where it stands. */
export const partParamsSchema = z.object({
  draftId: recordIdSchema,
  position: z.coerce.number().check(z.int(), z.gte(0), z.lt(MAX_UPLOAD_FILES)),
});
export const partQuerySchema = z.strictObject({
  offset: z.coerce.number().check(z.int(), z.gte(0), z.lte(MAX_FILE_BYTES)),
});
export const partReplySchema = z.object({ received: z.int() });

/** One thing the checker says. `line` counts from 1; `item` names the lesson or activity where the file does not. */
export const draftProblemSchema = z.object({
  severity: z.enum(['blocker', 'warning']),
  code: z.string(),
  file: z.string(),
  line: z.optional(z.int()),
  message: z.string(),
});
export type DraftProblem = z.infer<typeof draftProblemSchema>;

/** One thing the supplied file had and the course has not. */
export const notCarriedSchema = z.object({
  what: z.string(),
  why: z.string(),
  file: z.optional(z.string()),
  line: z.optional(z.int()),
});

/** What importing and checking said. `step` is where it ended when it could not go on. */
export const draftReportSchema = z.object({
  problems: z.array(draftProblemSchema),
  notCarried: z.array(notCarriedSchema),
});
export type DraftReport = z.infer<typeof draftReportSchema>;

/** What is done with a draft just now; `ahead` others are done before it. */
export const draftWorkSchema = z.object({
  step: z.enum(['waiting', 'import', 'check', 'build']),
  since: timeSchema,
  ahead: z.int(),
  limitSeconds: z.int(),
});

const draftHead = {
  draftId: recordIdSchema,
  state: draftStateSchema,
  name: z.string(),
  title: words,
  packId: z.nullable(z.string()),
  version: z.nullable(z.int()),
  owner: z.string(),
  updatedAt: timeSchema,
  /** Whether the reader may continue the upload: it is their own. */
  mine: z.boolean(),
};

/** GET /packs/drafts: newest first. */
export const draftsSchema = z.object({
  drafts: z.array(z.object({ ...draftHead, blockers: z.int(), warnings: z.int() })),
});
export type Drafts = z.infer<typeof draftsSchema>;

/** One act in the life of a draft or a course, out of the audit. */
export const historySchema = z.array(
  z.object({ at: timeSchema, who: z.string(), action: z.string(), note: z.string() }),
);
/** GET /packs/:packId/history: the acts about a course and about the drafts it came from. */
export const packHistorySchema = z.object({ history: historySchema });
export type History = z.infer<typeof historySchema>;

/** One item of a built draft with what it weighs. */
const draftItemSchema = z.object({
  activityId: z.string(),
  kind: itemKindSchema,
  title: words,
  minutes: z.int(),
  files: z.int(),
  bytes: z.int(),
});

/** GET /packs/drafts/:draftId */
export const draftSchema = z.object({
  ...draftHead,
  report: z.nullable(draftReportSchema),
  work: z.nullable(draftWorkSchema),
  /** Why it was returned or refused. */
  reason: z.nullable(z.string()),
  submittedBy: z.nullable(z.string()),
  submittedAt: z.nullable(timeSchema),
  decidedBy: z.nullable(z.string()),
  decidedAt: z.nullable(timeSchema),
  manifestSha256: z.nullable(sha256Schema),
  /** Nobody who made it may approve it. */
  mayDecide: z.boolean(),
  /** Of a pack that was brought ready made: who had signed it when it came; null: it is made here. */
  readyMade: z.nullable(z.array(z.object({ keyId: z.string(), role: signerRoleSchema }))),
  items: z.array(draftItemSchema),
  totals: z.object({ files: z.int(), bytes: z.int() }),
  /** What the supplier's or the teacher's folder says, to be put right here; null while there is none. */
  facts: z.nullable(
    z.object({
      packId: z.string(),
      languages: z.array(z.string()),
      title: words,
      summary: words,
      subject: z.string(),
      level: z.array(z.string()),
      licence: z.string(),
      attribution: z.array(z.string()),
      certificate: z.boolean(),
      items: z.array(
        z.object({
          id: z.string(),
          title: z.string(),
          minutes: z.int(),
          completion: z.nullable(completionSchema),
          /** Of a quiz, a share of 1. */
          passMark: z.nullable(z.number()),
        }),
      ),
    }),
  ),
  history: historySchema,
});
export type Draft = z.infer<typeof draftSchema>;

const shortWords = z.record(languageSchema, z.string().check(z.trim(), z.minLength(1), z.maxLength(300)));

/** PATCH /packs/drafts/:draftId: what is to be put right; nothing said stays. */
export const changeDraftSchema = z.strictObject({
  packId: z.optional(strictPackIdSchema),
  title: z.optional(shortWords),
  summary: z.optional(z.record(languageSchema, z.string().check(z.trim(), z.minLength(1), z.maxLength(2000)))),
  /** The one language of a course that has only one: what an importer took it for may be wrong. */
  language: z.optional(languageSchema),
  subject: z.optional(z.string().check(z.regex(/^[a-z]+(-[a-z]+)*$/), z.maxLength(60))),
  level: z.optional(z.array(levelSchema).check(z.minLength(1), z.maxLength(7))),
  licence: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(100))),
  attribution: z.optional(
    z.array(z.string().check(z.trim(), z.minLength(1), z.maxLength(2000))).check(z.minLength(1), z.maxLength(50)),
  ),
  certificate: z.optional(z.boolean()),
  items: z.optional(
    z
      .array(
        z.strictObject({
          id: z.string().check(z.maxLength(100)),
          minutes: z.optional(z.int().check(z.gte(1), z.lte(10_000))),
          completion: z.optional(completionSchema),
          passMark: z.optional(z.number().check(z.gte(0), z.lte(1))),
        }),
      )
      .check(z.maxLength(2000)),
  ),
});
export type ChangeDraft = z.infer<typeof changeDraftSchema>;

/** GET /packs/drafts/:draftId/sources: the files a teacher may look at and replace. */
export const sourceFilesSchema = z.object({ files: z.array(z.object({ path: z.string(), bytes: z.int() })) });
/** …/source?path= : reads or replaces one of them. */
export const sourceQuerySchema = z.strictObject({ path: packPathSchema });

/** POST /packs/drafts/:draftId/picture-words: the description a picture lacks, in the line the checker named. */
export const pictureWordsSchema = z.strictObject({
  file: packPathSchema,
  line: z.int().check(z.gte(1), z.lte(1_000_000)),
  words: z.string().check(z.trim(), z.minLength(2), z.maxLength(300), z.regex(/^[^\r\n]*$/)),
});

/** GET /packs/drafts/:draftId/preview: what the very player needs; the files come one by one. */
export const draftPreviewSchema = z.object({
  languages: z.array(z.string()),
  items: z.array(
    z.object({
      activityId: z.string(),
      kind: itemKindSchema,
      title: words,
      entry: words,
      params: z.record(z.string(), z.string()),
    }),
  ),
  files: z.array(z.object({ path: z.string(), type: z.string(), bytes: z.int() })),
});
export type DraftPreview = z.infer<typeof draftPreviewSchema>;

/** GET /packs/drafts/:draftId/difference: against the newest edition here; null where there is none yet. */
export const draftDifferenceSchema = z.object({
  against: z.nullable(z.int()),
  difference: packDifferenceSchema,
});

/** POST …/approve, …/return: `manifestSha256` is the edition that was looked at. */
export const approveDraftSchema = z.strictObject({ manifestSha256: sha256Schema });
export const returnDraftSchema = z.strictObject({
  reason: z.string().check(z.trim(), z.minLength(3), z.maxLength(1000)),
});
export const draftParamsSchema = z.object({ draftId: recordIdSchema });
export const draftFileParamsSchema = z.object({ draftId: recordIdSchema, '*': z.string().check(z.maxLength(400)) });
export const draftIdReplySchema = z.object({ draftId: recordIdSchema });

/** POST /packs/:packId/editions/:version/restore: brings an older edition back as a new one. */
export const editionParamsSchema = z.object({
  packId: packIdSchema,
  version: z.coerce.number().check(z.int(), z.gte(1), z.lte(1_000_000_000)),
});
