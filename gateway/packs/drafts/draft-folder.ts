import { join } from 'node:path';

/** Where the parts of one draft lie. Every name below is ours or was judged by `packPathSchema`. */
export type DraftFolder = {
  readonly home: string;
  /** Files of the upload by their number: what a teacher called them never reaches the disk here. */
  readonly uploadOf: (position: number) => string;
  readonly uploads: string;
  /** The upload under its own names, for the importer; made anew for each import. */
  readonly incoming: string;
  /** The course as a source folder; `source.new` until the importer is done. */
  readonly source: string;
  /** The built course, a folder of packs with one edition; `built.new` until the builder is done. */
  readonly built: string;
  /** Programs it needs, laid out for the checker; made anew for each check. */
  readonly runtimes: string;
  /** What was read aloud for it, kept while it is a draft. */
  readonly narration: string;
};

/** The folder all drafts lie in. */
export function draftsHome(dataFolder: string): string {
  return join(dataFolder, 'drafts');
}

/** Takes the data folder and a draft's id (a UUID a schema has judged). */
export function draftFolder(dataFolder: string, draftId: string): DraftFolder {
  const home = join(draftsHome(dataFolder), draftId);
  const uploads = join(home, 'upload');
  return {
    home,
    uploads,
    uploadOf: (position) => join(uploads, String(position)),
    incoming: join(home, 'incoming'),
    source: join(home, 'source'),
    built: join(home, 'built'),
    runtimes: join(home, 'runtimes'),
    narration: join(home, 'narration'),
  };
}
