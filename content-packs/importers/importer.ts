import type { Result } from '#protocol/result.ts';
import type { ImportedCourse, ImportedItem, ImportRefusal, NotCarried, SourceKind } from './import-report.ts';

/** One supplied file: where it lies now and how long it is. */
export type SuppliedFile = { readonly path: string; readonly bytes: number };

/**
 * What was supplied, safe to look at: a folder, an archive already exploded, or one file as a folder of one.
 * Names are composed (NFC), relative, with `/` between the parts, never hidden or upward, and no two differ in case alone.
 */
export type Supplied = {
  /** The name the file or folder came with, such as `golf.zip`: for titles and messages. */
  readonly name: string;
  /** Whether it was one plain file, such as a PDF or a GIFT file. It is then the first of `files`. */
  readonly isOneFile: boolean;
  readonly files: ReadonlyMap<string, SuppliedFile>;
  /** Names that the supplier's own machine left there (`.DS_Store`, `__MACOSX`), which are no part of a course, and other names passed over. */
  readonly passedOver: readonly NotCarried[];
  readonly readBytes: (name: string) => Promise<Buffer>;
  /** The first bytes of a file, to recognise it by. */
  readonly readHead: (name: string, bytes: number) => Promise<Buffer>;
  /**
   * Reads a text file by its byte-order mark, else by the charset it declares (XML declaration, HTML `meta`), else as
   * UTF-8 and, where it is not UTF-8, as Windows-1252.
   */
  readonly readText: (name: string) => Promise<string>;
};

/** Writes the files of a pack's source folder. Paths are inside that folder and must be paths of a pack (PACK-11). */
export type SourceWriter = {
  /** Writes a text file, such as `en/01-start.md` or `en/quiz.yaml`. */
  readonly writeText: (path: string, text: string) => Promise<void>;
  /** Writes a file that was changed on its way, such as a page with the content shim in it. */
  readonly writeBytes: (path: string, bytes: Uint8Array) => Promise<void>;
  /** Takes a supplied file over as it is: moved out of an exploded archive, copied from a teacher's folder. */
  readonly carry: (file: SuppliedFile, path: string) => Promise<void>;
};

/**
 * One importer. `recognises` says whether the supplied thing is of its kind, looking at as little as it can; importers
 * are asked in the registry's order and the first that says yes gets it. `importCourse` writes lessons, quizzes, media
 * and content through the writer and returns what it wrote; a refusal leaves nothing, the registry sees to that.
 */
export type Importer = {
  readonly kind: SourceKind;
  readonly recognises: (supplied: Supplied) => Promise<boolean>;
  readonly importCourse: (supplied: Supplied, out: SourceWriter) => Promise<Result<ImportedCourse, ImportRefusal>>;
};

/**
 * Reads one quiz of a larger course, such as the QTI file of a Common Cartridge: writes `<language>/<id>.yaml` and the
 * media it needs through the writer. Returns the item and every question that could not be carried.
 */
export type ImportQuiz = (
  supplied: Supplied,
  quiz: { readonly file: string; readonly id: string; readonly title: string; readonly language: string },
  out: SourceWriter,
) => Promise<Result<{ readonly item: ImportedItem; readonly notCarried: readonly NotCarried[] }, ImportRefusal>>;
