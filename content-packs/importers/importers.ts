import { importCmi5 } from './import-cmi5.ts';
import { importCommonCartridge } from './import-common-cartridge.ts';
import { importEpub } from './import-epub.ts';
import { importH5p } from './import-h5p.ts';
import { importMarkdown } from './import-markdown.ts';
import { importMedia } from './import-media.ts';
import { importPdf } from './import-pdf.ts';
import { importScorm12, importScorm2004 } from './import-scorm.ts';
import { importWeb } from './import-web.ts';
import type { Importer } from './importer.ts';
import { importGift } from './quiz/import-gift.ts';
import { importMoodleXml } from './quiz/import-moodle-xml.ts';
import { importQti } from './quiz/import-qti.ts';

/** Every importer, in the order they are asked: the more particular before the more general. */
export const IMPORTERS: readonly Importer[] = [
  importQti,
  importMoodleXml,
  importGift,
  importPdf,
  importH5p,
  importEpub,
  importCmi5,
  importCommonCartridge,
  importScorm2004,
  importScorm12,
  importMarkdown,
  importMedia,
  importWeb,
];
