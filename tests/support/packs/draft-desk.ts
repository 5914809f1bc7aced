import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inProject } from '../../../scripts/lib/paths.mts';
import { until } from '../prison/until.ts';
import type { Caller, SeenReply } from '../running-gateway.ts';

/** Runs the command line without a browser: a check then takes a second instead of ten. */
export const PACK_COMMAND_WITHOUT_BROWSER = {
  program: process.execPath,
  args: [inProject('tests/support/packs/throughline-without-browser.mts')],
};

/** A file as it is dropped on the console. */
export type DroppedFile = { readonly path: string; readonly bytes: Buffer };

/** What a teacher does with a draft, by the console's own calls. */
export type DraftDesk = {
  /** Sends the files part by part and says that they are whole; returns the draft's id. */
  readonly upload: (name: string, files: readonly DroppedFile[], partBytes?: number) => Promise<string>;
  readonly call: (method: string, path: string, body?: unknown) => Promise<SeenReply>;
  /** The draft, once nothing is done with it any more. */
  readonly settled: (draftId: string) => Promise<any>;
};

/** Sits somebody down at the desk. */
export function openDraftDesk(staff: Caller): DraftDesk {
  const call = (method: string, path: string, body?: unknown): Promise<SeenReply> =>
    staff.call(method, `/api/staff${path}`, body === undefined ? {} : { body });
  return {
    call,
    upload: async (name, files, partBytes = 1024 * 1024) => {
      const announced = await call('POST', '/packs/uploads', {
        name,
        files: files.map(({ path, bytes }) => ({ path, bytes: bytes.length })),
      });
      const { draftId } = announced.body;
      for (const [position, { bytes }] of files.entries())
        for (let offset = 0; offset < bytes.length; offset += partBytes)
          await sendPart(staff, draftId, position, offset, bytes.subarray(offset, offset + partBytes));
      await call('POST', `/packs/uploads/${draftId}/done`);
      return draftId;
    },
    settled: (draftId) =>
      until(
        async () => {
          const { body } = await call('GET', `/packs/drafts/${draftId}`);
          return body.state !== 'importing' && body.state !== 'uploading' && body;
        },
        'the draft to be checked',
        120_000,
      ),
  };
}

/** Sends one part of a file. */
export function sendPart(
  staff: Caller,
  draftId: string,
  position: number,
  offset: number,
  bytes: Buffer,
): Promise<SeenReply> {
  return staff.call('PATCH', `/api/staff/packs/uploads/${draftId}/${String(position)}?offset=${String(offset)}`, {
    body: bytes,
    headers: { 'content-type': 'application/octet-stream' },
  });
}

/** A course of ours as a dropped folder; `change` may replace the text of any of its files. */
export function sourceFolder(name: string, change: Readonly<Record<string, string>> = {}): DroppedFile[] {
  const root = inProject(`content-packs/sources/${name}`);
  return readdirSync(root, { recursive: true })
    .map(String)
    .filter((path) => statSync(join(root, path)).isFile())
    .map((path) => ({ path: `${name}/${path}`, bytes: Buffer.from(change[path] ?? readFileSync(join(root, path))) }));
}

/** A small course as a dropped folder: one lesson that says `words`, with a picture described by `alt`. */
export function smallCourse(words: string, alt = 'A square'): DroppedFile[] {
  const files: Readonly<Record<string, string>> = {
    'pack.yaml': `# Kept as it is written here.
id: laying-a-floor
languages: [en]
title:
  en: Laying a floor
summary:
  en: How to lay boards so that they stay flat.
subject: carpentry
level: [entry-3]
licence: CC-BY-4.0
attribution:
  - Words by the Throughline project, 2026.
items:
  - { id: boards, lesson: 01-boards.md, minutes: 3 }
`,
    'en/01-boards.md': `# Boards\n\n${words}\n\n![${alt}](../media/square.svg)\n`,
    'media/square.svg':
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10" width="10" height="10"><rect width="10" height="10"/></svg>\n',
  };
  return Object.entries(files).map(([path, text]) => ({ path: `floor/${path}`, bytes: Buffer.from(text) }));
}
