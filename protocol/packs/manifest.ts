import { z } from 'zod/mini';
import { base64Url, packIdSchema, sha256Schema } from '../ids.ts';
import { MAX_FILES, packPathSchema } from './file-list.ts';
import { activityIdSchema, languageSchema } from './inline-text.ts';

/** The format this code reads and writes; it is also the first line of what is signed (PACK-3). */
export const PACK_FORMAT = 'throughline-pack/1';

/**
 * The player of this build; a pack that asks for a higher one is refused politely (PACK-2).
 * 1: lessons and quizzes. 2: what other programs made, documents, assignments, and the manifest's later fields.
 */
export const PLAYER_VERSION = 2;

/** Largest manifest: 8 MiB (content-packs.md 6.2). */
export const MAX_MANIFEST_BYTES = 8 * 1024 * 1024;

/** Largest file list, lesson or quiz file: 8 MiB. */
export const MAX_JSON_BYTES = 8 * 1024 * 1024;

/** A pack id that is also a host label with no `xn--` inside, because a pack plays at `pack://<pack id>/` (PACK-1). */
export const strictPackIdSchema = packIdSchema.check(z.regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/));

/** A pack's version: a whole number that rises by one or more with each edition (PACK-5). */
export const packVersionSchema = z.int().check(z.gte(1), z.lte(1_000_000_000));

const shortText = z.string().check(z.minLength(1), z.maxLength(300));
const longText = z.string().check(z.minLength(1), z.maxLength(2000));
const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
const minutes = z.int().check(z.gte(1), z.lte(100_000));
const fraction = z.number().check(z.gte(0), z.lte(1));

/** The same words in each language of the pack, by language code. */
export const translatedSchema = z.record(languageSchema, shortText);
/** The same words in each language of the pack. */
export type Translated = z.infer<typeof translatedSchema>;

/**
 * When an item counts as done. Time alone never completes (kolibri#2876), and nothing counts before the player
 * has shown it (PACK-16). `viewed` = every page was shown; `pages` = at least that many; `score` = a marked
 * quiz at or above the share; `listened` = that share of the sound or film was played; `manual` = a tutor says so;
 * `scorm` = the course itself says completed or passed; `xapi` = the course sent a statement with this verb.
 */
export const completionSchema = z.discriminatedUnion('rule', [
  z.object({ rule: z.literal('viewed') }),
  z.object({ rule: z.literal('pages'), atLeast: z.int().check(z.gte(1), z.lte(1000)) }),
  z.object({ rule: z.literal('score'), atLeast: fraction }),
  z.object({ rule: z.literal('listened'), atLeast: fraction }),
  z.object({ rule: z.literal('manual') }),
  z.object({ rule: z.literal('scorm') }),
  z.object({ rule: z.literal('xapi'), verb: z.enum(['completed', 'passed', 'answered']) }),
]);
/** When an item counts as done. */
export type Completion = z.infer<typeof completionSchema>;

/**
 * What an item is, which says who plays it: our own `lesson`, `quiz` and `assignment` (JSON files); what other programs
 * made, exploded into files (`scorm12`, `scorm2004`, `cmi5`, `h5p`, `web`: the entry is the page to open, for H5P its
 * `h5p.json`); `epub` (the entry is the package file, `.opf`); `pdf`. A film or a sound is a lesson that holds it.
 */
export const itemKindSchema = z.enum([
  'lesson',
  'quiz',
  'assignment',
  'scorm12',
  'scorm2004',
  'cmi5',
  'h5p',
  'web',
  'epub',
  'pdf',
]);
/** What an item is. */
export type ItemKind = z.infer<typeof itemKindSchema>;

/** One item of a pack, in the order it is met. */
export const itemSchema = z.object({
  activityId: activityIdSchema,
  kind: itemKindSchema,
  title: translatedSchema,
  /** Path of the file to open for each language. */
  entry: z.record(languageSchema, packPathSchema),
  /**
   * What the item's own standard says about starting it, by that standard's names: SCORM `masteryScore`, `launchData`,
   * `parameters` (a query), cmi5 `auId`, `moveOn`, `masteryScore`, `launchMethod`, `launchParameters`.
   */
  params: z.optional(z.record(z.string().check(z.maxLength(60)), z.string().check(z.maxLength(4096)))),
  completion: completionSchema,
  /** How often a quiz may be handed in, as its file says (PACK-38); absent means as often as one likes. */
  attempts: z.optional(z.int().check(z.gte(1), z.lte(20))),
  minutes,
  weight: z.optional(z.number().check(z.gte(0), z.lte(1000))),
  prerequisites: z.optional(z.readonly(z.array(activityIdSchema).check(z.maxLength(100)))),
});
/** One item of a pack. */
export type PackItem = z.infer<typeof itemSchema>;

/** Where a file list is: a JSON blob of its own, named by its hash. `activityId` is absent on the list of shared files. */
export const fileListReferenceSchema = z.object({
  sha256: sha256Schema,
  bytes: z.int().check(z.gte(1), z.lte(MAX_JSON_BYTES)),
  files: z.int().check(z.gte(0), z.lte(MAX_FILES)),
  activityId: z.optional(activityIdSchema),
});
/** Where a file list is. */
export type FileListReference = z.infer<typeof fileListReferenceSchema>;

/** What a learner can filter by and must be told before opening (schema.org accessibility words). */
export const accessibilitySchema = z.object({
  captions: z.boolean(),
  transcripts: z.boolean(),
  imageDescriptions: z.boolean(),
  needsSound: z.boolean(),
  /** It can be followed with the eyes shut: every lesson is read aloud or is sound. */
  soundOnly: z.optional(z.boolean()),
  hazards: z.readonly(z.array(z.enum(['flashing', 'sudden-sound'])).check(z.maxLength(2))),
});

const names = z.optional(z.readonly(z.array(shortText).check(z.maxLength(1000))));

/** Whom the pack is for. Nothing said means everybody; the prison's own assignment can only narrow it. */
export const audienceSchema = z.object({
  establishments: names,
  wings: names,
  groups: names,
  ageMin: z.optional(z.int().check(z.gte(0), z.lte(120))),
});

/** Level in the words UK prison education uses; `any` for induction and health. */
export const levelSchema = z.enum(['any', 'entry-1', 'entry-2', 'entry-3', 'level-1', 'level-2', 'level-3']);

/** The manifest: everything about one edition of one pack that is not a file. Small, signed, canonical JSON (PACK-4). */
export const manifestSchema = z
  .object({
    format: z.literal(PACK_FORMAT),
    minPlayer: z.int().check(z.gte(1)),
    packId: strictPackIdSchema,
    version: packVersionSchema,
    channel: z.enum(['live', 'draft']),
    label: z.optional(shortText),
    supersedes: z.optional(sha256Schema),
    /** `runtime` is a program that other packs need, such as H5P's; it stands in no catalogue (PACK-33). Absent: a course. */
    kind: z.optional(z.enum(['course', 'runtime'])),
    /** First is the one shown when the reader's own language is not there. */
    languages: z.readonly(z.array(languageSchema).check(z.minLength(1), z.maxLength(40))),
    title: translatedSchema,
    summary: z.record(languageSchema, longText),
    subject: z.string().check(z.regex(/^[a-z]+(-[a-z]+)*$/), z.maxLength(60)),
    level: z.readonly(z.array(levelSchema).check(z.minLength(1), z.maxLength(7))),
    minutes,
    readingAge: z.optional(z.int().check(z.gte(4), z.lte(25))),
    licence: z.string().check(z.minLength(1), z.maxLength(100)),
    attribution: z.readonly(z.array(longText).check(z.minLength(1), z.maxLength(200))),
    source: z.optional(longText),
    /** What it belongs to and where in the order it stands, from 1: the catalogue's "next". */
    series: z.optional(
      z.object({ id: strictPackIdSchema, title: translatedSchema, place: z.int().check(z.gte(1), z.lte(1000)) }),
    ),
    /** Words to find it by beside its subject, such as `driving` or `family`. */
    topics: z.optional(
      z.readonly(
        z.array(z.string().check(z.regex(/^[a-z]+(-[a-z]+)*$/), z.maxLength(60))).check(z.maxLength(20)),
      ),
    ),
    /** Programs it cannot be played without. */
    runtimes: z.optional(
      z.readonly(z.array(z.object({ packId: strictPackIdSchema, minVersion: packVersionSchema })).check(z.maxLength(5))),
    ),
    /** A certificate for whoever finishes: every item done, every quiz passed, and at least `minSeconds` of work. */
    certificate: z.optional(
      z.object({ title: translatedSchema, minSeconds: z.int().check(z.gte(0), z.lte(1_000_000)) }),
    ),
    /** The index for the catalogue's search, made when the pack is built, for each language. */
    search: z.optional(
      z.record(
        languageSchema,
        z.object({ path: packPathSchema, engine: z.literal('minisearch/7'), rules: z.int(), docs: z.int() }),
      ),
    ),
    audience: audienceSchema,
    from: z.optional(day),
    until: z.optional(day),
    /** A picture for the catalogue, with its description in each language. */
    cover: z.optional(z.object({ path: packPathSchema, alt: translatedSchema })),
    a11y: accessibilitySchema,
    items: z.readonly(z.array(itemSchema).check(z.maxLength(2000))),
    fileLists: z.readonly(z.array(fileListReferenceSchema).check(z.minLength(1), z.maxLength(2001))),
    totals: z.object({
      files: z.int().check(z.gte(1), z.lte(MAX_FILES)),
      bytes: z.int().check(z.gte(0)),
      optionalBytes: z.int().check(z.gte(0)),
    }),
    /** Warnings of the checker travel with the pack, in the words the author saw. */
    report: z.optional(z.object({ warnings: z.readonly(z.array(longText).check(z.maxLength(1000))) })),
  })
  .check(
    z.refine(allSaidInEveryLanguage, 'Every title, summary and entry stands in every language of the pack'),
    z.refine(activityIdsOnce, 'Every activity id is used once'),
    z.refine(
      (manifest) => (manifest.items.length === 0) === (manifest.kind === 'runtime'),
      'A course has items, a runtime has none',
    ),
    z.refine(
      (manifest) => !manifest.from || !manifest.until || manifest.from <= manifest.until,
      'The first day comes before the last',
    ),
  );
/** The manifest of one edition of a pack. */
export type Manifest = z.infer<typeof manifestSchema>;

/** Who may sign: the author (`education`), the second person (`security`), or an outside `publisher`. */
export const signerRoleSchema = z.enum(['education', 'security', 'publisher']);
/** Who may sign. */
export type SignerRole = z.infer<typeof signerRoleSchema>;

/** Short name of a signing key, such as `education-2026`. */
export const keyIdSchema = z.string().check(z.regex(/^[a-z0-9][a-z0-9._-]{0,99}$/));

/** One detached Ed25519 signature over `signedMessage` (PACK-3): 64 bytes, so 86 base64url characters. */
export const packSignatureSchema = z.object({
  keyId: keyIdSchema,
  role: signerRoleSchema,
  signature: base64Url(86).check(z.minLength(86)),
});
/** One detached signature. */
export type PackSignature = z.infer<typeof packSignatureSchema>;

/** The content of `signatures.json`. */
export const packSignaturesSchema = z.readonly(z.array(packSignatureSchema).check(z.maxLength(20)));

/** A public key a reader trusts: 32 raw bytes, so 43 base64url characters. Also the content of a public key file. */
export const trustedKeySchema = z.object({
  keyId: keyIdSchema,
  role: signerRoleSchema,
  publicKey: base64Url(43).check(z.minLength(43)),
});
/** A public key a reader trusts. */
export type TrustedKey = z.infer<typeof trustedKeySchema>;

type Spoken = {
  readonly languages: readonly string[];
  readonly title: Translated;
  readonly summary: Translated;
  readonly cover?: { readonly alt: Translated } | undefined;
  readonly items: readonly { readonly activityId: string; readonly title: Translated; readonly entry: Translated }[];
};

function allSaidInEveryLanguage(manifest: Spoken): boolean {
  const spoken = [manifest.title, manifest.summary, ...manifest.items.flatMap((item) => [item.title, item.entry])];
  if (manifest.cover) spoken.push(manifest.cover.alt);
  return manifest.languages.every((language) => spoken.every((words) => Object.hasOwn(words, language)));
}

function activityIdsOnce(manifest: Spoken): boolean {
  return new Set(manifest.items.map((item) => item.activityId)).size === manifest.items.length;
}
