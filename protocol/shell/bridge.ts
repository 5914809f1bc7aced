import { z } from 'zod/mini';
import { base64Url, packIdSchema, personIdSchema, prisonerNumberSchema, sha256Schema, tabletIdSchema, timeSchema } from '../ids.ts';
import { MAX_BATCH_BYTES, MAX_BATCH_FILES } from '../packs/blob-frames.ts';
import { releaseSchema } from '../packs/release.ts';
import { MAX_PIECE_CHUNKS } from '../packs/take-chunks.ts';
import { RECOVERY_WORD_COUNT } from '../session/recovery-words.ts';
import { sealedChangesSchema } from '../sync/change.ts';
import { exchangeReplySchema, exchangeRequestSchema, tabletReportSchema } from '../sync/exchange.ts';
import { sealedOperationSchema, sealedPartSchema } from '../sync/operation.ts';
import { operationIdSchema } from '../ids.ts';

/**
 * Everything the page may ask of the shell around it: the whole conversation on one page. Each call has a schema for
 * what goes in and what comes back, and both ends parse. Two adapters answer it: the kiosk (Electron's main process and,
 * for what main must not have, the vault's: `vault-port.ts`) and the browser adapter. Expected failures come back as `{ ok: false, error: { code } }`.
 */
const failure = <const Codes extends readonly [string, ...string[]]>(codes: Codes) =>
  z.object({ ok: z.literal(false), error: z.object({ code: z.enum(codes), waitFor: z.optional(z.number()) }) });
const success = <Value extends z.ZodMiniType>(value: Value) => z.object({ ok: z.literal(true), value });

const pinSchema = z.string().check(z.minLength(1), z.maxLength(12));
const codeSchema = z.string().check(z.minLength(1), z.maxLength(20));

const keyringSchema = z.array(base64Url(50)).check(z.minLength(1));
const recoveryWordsSchema = z.array(z.string().check(z.maxLength(20))).check(z.maxLength(RECOVERY_WORD_COUNT));
const recoveryBoxSchema = base64Url(4000);

const statusSchema = z.object({
  shell: z.enum(['kiosk', 'browser']),
  appVersion: z.string(),
  tablet: z.nullable(z.object({ tabletId: tabletIdSchema, name: z.string(), establishment: z.string() })),
  /** `tpm` from issue 5 on; `device-secret` says in the health report that a copied disk can be guessed at. */
  vaultBinding: z.enum(['tpm', 'device-secret', 'browser-storage']),
  /** A camera for photographs of work on paper (`camera` below). Absent: none. */
  hasCamera: z.optional(z.boolean()),
});

const signedInSchema = z.object({
  personId: personIdSchema,
  displayName: z.string(),
  /** Names this person's database on this tablet; says nothing about who they are. */
  lookup: z.string().check(z.regex(/^[0-9a-f]{32}$/)),
  /** 32 bytes; the page derives its store keys from it and forgets it at sign-out. Never stored. */
  dataKey: base64Url(50),
  /** Wrong tries since the last good sign-in. */
  failuresSinceSignIn: z.int(),
  /** Keys of the person's records at the gateway, the one in use first; absent: the data key alone (ADR 0022). */
  keyring: z.optional(keyringSchema),
});
export type SignedIn = z.infer<typeof signedInSchema>;

const rectangleSchema = z.strictObject({ x: z.int(), y: z.int(), width: z.int().check(z.gte(0)), height: z.int().check(z.gte(0)) });

/** Where a part of a pack came from; what was done to verify it is the same. */
const packSourceSchema = z.enum(['network', 'stick']);
export type PackSource = z.infer<typeof packSourceSchema>;

/** `not-ours`: signed by nobody this tablet trusts, or changed · `unsafe`: links, folders or sizes a pack never has · `damaged`: a file is not the one that was signed. */
const stickNewsSchema = z.union([
  z.object({ state: z.enum(['none', 'ready', 'older']) }),
  z.object({ state: z.literal('refused'), reason: z.enum(['not-ours', 'unsafe', 'damaged']) }),
]);
export type StickNews = z.infer<typeof stickNewsSchema>;

/** Name → what goes in, what comes back. The only list of calls. */
export const bridgeCalls = {
  /** What and where am I. */
  status: { input: z.undefined(), output: statusSchema },
  /** Once per tablet, with the code from the console. */
  enrol: {
    input: z.strictObject({ code: codeSchema }),
    output: z.union([success(statusSchema), failure(['code-unknown', 'code-used', 'code-expired', 'too-many-tries', 'unreachable', 'already-enrolled', 'reply-invalid'])]),
  },
  /** Once per person and tablet: needs the gateway. Makes the person's keys and their vault under the PIN they chose. */
  firstSignIn: {
    input: z.strictObject({
      prisonerNumber: prisonerNumberSchema,
      code: codeSchema,
      pin: pinSchema,
      /** The person forgot the PIN they have here: with the code they get new keys, and the old ones are gone. */
      forgotten: z.optional(z.boolean()),
    }),
    output: z.union([
      success(signedInSchema),
      failure(['person-unknown', 'person-not-on-tablet', 'code-unknown', 'code-used', 'code-expired', 'too-many-tries', 'unreachable', 'not-enrolled', 'revoked', 'reply-invalid', 'pin-unfit', 'already-here', 'storage-full']),
    ]),
  },
  /** Ever after, with no network. `waitFor` is milliseconds. */
  signIn: {
    input: z.strictObject({ prisonerNumber: prisonerNumberSchema, pin: pinSchema }),
    output: z.union([success(signedInSchema), failure(['not-on-this-tablet', 'wrong-pin', 'wait', 'not-enrolled', 'storage-full'])]),
  },
  /** Forgets the keys and ends the process that held them; in the kiosk the page itself is replaced. */
  signOut: { input: z.undefined(), output: success(z.null()) },
  /** Seals an operation with the signed-in person's key. */
  sealOperation: {
    input: z.strictObject({ id: operationIdSchema, sequence: z.int().check(z.gte(1)), part: sealedPartSchema }),
    output: z.union([success(sealedOperationSchema), failure(['signed-out'])]),
  },
  /** Opens changes that were sealed to the signed-in person; the value is the JSON text of `Change[]`. */
  openChanges: {
    input: sealedChangesSchema,
    output: z.union([success(z.string()), failure(['signed-out', 'seal-broken'])]),
  },
  /** Makes a recovery sheet: twelve words to be written down, and the box that only they open, for the gateway. */
  makeRecoverySheet: {
    input: z.undefined(),
    output: z.union([success(z.object({ words: recoveryWordsSchema, box: recoveryBoxSchema })), failure(['signed-out'])]),
  },
  /**
   * Tries the words of a sheet on the boxes the gateway has. Keeps the keys they open with this tablet's, and answers
   * with all of them, with the box that takes the place of the one at `opened`.
   */
  readRecoverySheet: {
    input: z.strictObject({ words: recoveryWordsSchema, boxes: z.array(recoveryBoxSchema).check(z.maxLength(20)) }),
    output: z.union([
      success(z.object({ keyring: keyringSchema, box: recoveryBoxSchema, opened: z.int() })),
      failure(['signed-out', 'words-wrong', 'words-old', 'keys-full', 'storage-full']),
    ]),
  },
  /** One push and pull with the gateway. */
  exchange: {
    input: exchangeRequestSchema,
    output: z.union([success(exchangeReplySchema), failure(['unreachable', 'not-enrolled', 'revoked', 'busy', 'reply-invalid', 'refused'])]),
  },
  /** Fetches and verifies a pack's manifest and file lists with the keys this tablet trusts. Text, not parsed. */
  fetchManifest: {
    input: z.strictObject({ packId: packIdSchema, version: z.int(), highestVersionSeen: z.int() }),
    output: z.union([
      success(z.object({ manifest: z.string(), signatures: z.string(), fileLists: z.array(z.string()), source: packSourceSchema })),
      failure(['unreachable', 'not-enrolled', 'revoked', 'not-found', 'manifest-refused', 'signature-refused', 'rolled-back', 'file-refused']),
    ]),
  },
  /**
   * Fetches a piece of one big file: the chunks from byte `from` on, each verified by its own hash before it is answered
   * (PACK-13). What came before a cut is answered, in whole chunks; ask again for the rest.
   */
  fetchPiece: {
    input: z.strictObject({
      packId: packIdSchema,
      version: z.int(),
      sha256: sha256Schema,
      bytes: z.int().check(z.gte(1)),
      from: z.int().check(z.gte(0)),
      chunks: z.array(sha256Schema).check(z.minLength(1), z.maxLength(MAX_PIECE_CHUNKS)),
    }),
    output: z.union([
      success(z.object({ data: z.instanceof(Uint8Array), source: packSourceSchema })),
      failure(['unreachable', 'not-enrolled', 'revoked', 'not-found', 'file-refused', 'busy']),
    ]),
  },
  /**
   * Asks for the signed list of what is live and what was taken back, and keeps it where the page cannot write (ROLE-5).
   * Null: this tablet was given no root keys, so that there is no list it could believe. A stick's list is judged in the
   * same call and in the same way; `stick` says what came of it.
   */
  fetchRelease: {
    input: z.undefined(),
    output: z.union([
      success(z.nullable(z.pick(releaseSchema, { serial: true, issuedAt: true, revoked: true, packs: true }))),
      failure(['unreachable', 'not-enrolled', 'revoked', 'not-found', 'release-refused']),
    ]),
  },
  /**
   * Whether a USB stick with packs is in this tablet, and whether it is used: `older`, its list is older than the one
   * here and is not believed, its files may still serve; `refused`, nothing of it is used until it is another stick.
   */
  stick: { input: z.undefined(), output: stickNewsSchema },
  /**
   * Fetches many files in one go, each verified before it is answered. `base` is a file the page has of the version
   * before: then only the difference is sent. `rest` says that the line was cut or the gateway had enough; ask again for
   * what is missing. `waitFor` is milliseconds.
   */
  fetchFiles: {
    input: z.strictObject({
      packId: packIdSchema,
      version: z.int(),
      files: z
        .array(
          z.strictObject({
            sha256: sha256Schema,
            bytes: z.int().check(z.gte(0), z.lte(MAX_BATCH_BYTES)),
            base: z.optional(z.strictObject({ sha256: sha256Schema, data: z.instanceof(Uint8Array) })),
          }),
        )
        .check(
          z.minLength(1),
          z.maxLength(MAX_BATCH_FILES),
          z.refine((files) => files.reduce((sum, file) => sum + file.bytes, 0) <= MAX_BATCH_BYTES),
          z.refine((files) => files.reduce((sum, file) => sum + (file.base?.data.length ?? 0), 0) <= MAX_BATCH_BYTES),
        ),
    }),
    output: z.union([
      success(
        z.object({
          files: z.array(z.object({ sha256: sha256Schema, data: z.instanceof(Uint8Array) })),
          /** Bytes that came over the line. */
          received: z.int(),
          rest: z.boolean(),
          source: packSourceSchema,
        }),
      ),
      failure(['unreachable', 'not-enrolled', 'revoked', 'not-found', 'file-refused', 'busy']),
    ]),
  },
  /** Opens a pack in its own view and origin. The ports arrive as a window message (see `packPortsMessage`). */
  openPack: {
    input: z.strictObject({ packId: packIdSchema, bounds: rectangleSchema }),
    output: z.union([success(z.object({ viewId: z.string() })), failure(['already-open', 'not-enrolled'])]),
  },
  /** Moves the open pack view, for example when the window changed size. */
  placePack: { input: z.strictObject({ bounds: rectangleSchema }), output: success(z.null()) },
  closePack: { input: z.undefined(), output: success(z.null()) },
  /**
   * The page's camera screen opens or closes. While it is open, and two minutes at most, the page may ask Chromium for the
   * camera; at any other time that is refused. `no-camera`: this tablet's settings say that it has none.
   */
  camera: { input: z.strictObject({ on: z.boolean() }), output: z.union([success(z.null()), failure(['no-camera'])]) },
  /** What the tablet can say about itself. */
  report: { input: z.undefined(), output: z.pick(tabletReportSchema, { appVersion: true, shell: true, battery: true, charging: true, freeBytes: true, measures: true }) },
  /** The page is alive; the shell restarts a page that stops saying so (security.md 5 G93). */
  heartbeat: { input: z.strictObject({ at: timeSchema }), output: success(z.null()) },
} as const;

export type BridgeCalls = typeof bridgeCalls;
export type BridgeCallName = keyof BridgeCalls;

/** The shell port as the page sees it: one async function per sentence. */
export type ShellPort = {
  readonly [Name in BridgeCallName]: undefined extends z.infer<BridgeCalls[Name]['input']>
    ? () => Promise<z.infer<BridgeCalls[Name]['output']>>
    : (input: z.infer<BridgeCalls[Name]['input']>) => Promise<z.infer<BridgeCalls[Name]['output']>>;
};

/** Electron channel of a call; the preload may use no other. */
export function bridgeChannel(name: BridgeCallName): string {
  return `shell:${name}`;
}

/**
 * Window message (and IPC message from main) that hands the page the two ports of an opened pack, in this order:
 * `ports[0]` asks for the pack's files (packFileRequest → packFileReply), `ports[1]` talks to the player.
 */
export const PACK_PORTS_MESSAGE = 'throughline:pack-ports';

/** What the shell says over `ports[0]` (the whole message) when the process of an open pack ended by itself. */
export const PACK_VIEW_GONE = 'throughline:pack-view-gone';

/** The same when the shell ended it, because it took more memory than a pack may have. */
export const PACK_VIEW_TOO_LARGE = 'throughline:pack-view-too-large';

/** Why the view of an open pack is no longer there. */
export type PackViewEnd = 'gone' | 'too-large';

/** The shell asks the page, over `ports[0]`, for a file of the open pack. `range` is inclusive, as in HTTP. */
export const packFileRequestSchema = z.strictObject({
  request: z.int(),
  /** Path in the pack without a leading slash, decoded. */
  path: z.string().check(z.maxLength(400)),
  range: z.optional(z.strictObject({ from: z.int().check(z.gte(0)), to: z.optional(z.int()) })),
});
export type PackFileRequest = z.infer<typeof packFileRequestSchema>;

/** The page's answer; only paths in the verified manifest are ever answered with bytes. `body` is an ArrayBuffer. */
export const packFileReplySchema = z.union([
  z.strictObject({ request: z.int(), status: z.literal(200), type: z.string(), size: z.int(), body: z.instanceof(ArrayBuffer) }),
  z.strictObject({ request: z.int(), status: z.literal(206), type: z.string(), size: z.int(), from: z.int(), to: z.int(), body: z.instanceof(ArrayBuffer) }),
  z.strictObject({ request: z.int(), status: z.union([z.literal(404), z.literal(416)]), size: z.optional(z.int()) }),
]);
export type PackFileReply = z.infer<typeof packFileReplySchema>;
