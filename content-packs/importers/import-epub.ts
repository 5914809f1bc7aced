import { ok, type Result } from '#protocol/result.ts';
import { carryContent, CONTENT_FOLDER } from './carry-content.ts';
import { refuse, type ImportRefusal, type NotCarried } from './import-report.ts';
import type { Importer, Supplied } from './importer.ts';
import { folderOf, pathInPackage } from '../builder/path-in-package.ts';
import { readDescription } from './read-description.ts';
import { wordsOf } from './read-ims-manifest.ts';
import { readLanguage } from './read-language.ts';
import { allBelow, childOf, childrenOf, type XmlElement } from '../builder/read-xml.ts';
import { resolvePath } from './resolve-path.ts';

const CONTAINER = 'META-INF/container.xml';
const ENCRYPTION = 'META-INF/encryption.xml';
/** Both ways to hide a font, which readers undo; everything else is a lock (EPUB 3.3, 4.2.6). */
const FONT_HIDING = /http:\/\/(www\.idpf\.org\/2008\/embedding|ns\.adobe\.com\/pdf\/enc#RC)/;
/** Characters of markup and words that somebody with a reading age of nine reads in a minute: 150 words of 6 letters. */
const CHARACTERS_A_MINUTE = 900;

/** An EPUB 2 or 3 book. Its package file is the entry; pages stay as they are, because the reader runs no script of a book. */
export const importEpub: Importer = {
  kind: 'epub',
  recognises: async (supplied) => supplied.files.has(CONTAINER) || /\.epub$/i.test(supplied.name),
  importCourse: async (supplied, out) => {
    const opened = await openPackageFile(supplied);
    if (!opened.ok) return opened;
    const { opf, root } = opened.value;
    const manifest = readBookFiles(root, opf, supplied);
    if (!manifest.ok) return manifest;
    const metadata = childOf(root, 'metadata');
    const dc = (name: string) => wordsOf(allBelow(metadata, name)[0]);
    const title = (dc('title') ?? supplied.name.replace(/\.epub$/i, '')).slice(0, 300);
    const language = readLanguage(dc('language'));
    const notCarried = await carryContent(supplied, out, { pages: 'as-they-are' });
    return ok({
      title,
      languages: [language ?? 'en'],
      languageSaid: language !== undefined,
      summary: dc('description')
        ?.replace(/<[^>]*>/g, '')
        .slice(0, 2000),
      licence: dc('rights')?.slice(0, 100),
      attribution: [...allBelow(metadata, 'creator'), ...allBelow(metadata, 'publisher')].flatMap(
        (one) => wordsOf(one) ?? [],
      ),
      items: [
        {
          id: title,
          kind: 'epub',
          title,
          minutes: manifest.value.minutes,
          completion: { rule: 'viewed' },
          entry: `${CONTENT_FOLDER}/${opf}`,
          folder: CONTENT_FOLDER,
        },
      ],
      carried: [`${manifest.value.chapters} parts to read`],
      notCarried: [...manifest.value.notCarried, ...notCarried],
    });
  },
};

async function openPackageFile(
  supplied: Supplied,
): Promise<Result<{ readonly opf: string; readonly root: XmlElement }, ImportRefusal>> {
  const container = await readDescription(supplied, CONTAINER, 'container');
  if (!container.ok) return container;
  if (supplied.files.has(ENCRYPTION)) {
    const encryption = await readDescription(supplied, ENCRYPTION, 'encryption');
    if (!encryption.ok) return encryption;
    const methods = allBelow(encryption.value, 'EncryptionMethod').map(
      ({ attributes }) => attributes['Algorithm'] ?? '',
    );
    if (methods.some((one) => !FONT_HIDING.test(one)))
      return refuse('not-playable', 'The book is locked by its seller (DRM); ask for a copy without a lock.');
  }
  const named = allBelow(container.value, 'rootfile')[0]?.attributes['full-path'] ?? '';
  const opf = resolvePath(supplied, pathInPackage('', named));
  if (opf === undefined || !/\.opf$/i.test(opf))
    return refuse('file-missing', `The package file “${named}” of the book is missing; fetch the book again.`);
  const root = await readDescription(supplied, opf, 'package');
  return root.ok ? ok({ opf, root: root.value }) : root;
}

type BookFiles = { readonly chapters: number; readonly minutes: number; readonly notCarried: readonly NotCarried[] };

/** Every file the book names must be there: a reader meets a missing one in the middle of a chapter. */
function readBookFiles(root: XmlElement, opf: string, supplied: Supplied): Result<BookFiles, ImportRefusal> {
  const notCarried: NotCarried[] = [];
  const byId = new Map<string, string>();
  for (const { attributes, line } of childrenOf(childOf(root, 'manifest'), 'item')) {
    const href = attributes['href'] ?? '';
    if (/^[a-z][a-z0-9+.-]*:/i.test(href)) {
      notCarried.push({ what: href, file: opf, line, why: 'It lies on the internet, which a tablet has not.' });
      continue;
    }
    const path = pathInPackage(folderOf(opf), href);
    if (!supplied.files.has(path))
      return refuse('file-missing', `The book names the file “${path}”, which is not in it; fetch the book again.`);
    byId.set(attributes['id'] ?? '', path);
  }
  const spine = childrenOf(childOf(root, 'spine'), 'itemref').map(({ attributes }) =>
    byId.get(attributes['idref'] ?? ''),
  );
  const chapters = spine.filter((path) => path !== undefined);
  if (chapters.length === 0) return refuse('nothing-to-learn', 'The book has no part to read.');
  const characters = chapters.reduce((sum, path) => sum + (supplied.files.get(path)?.bytes ?? 0), 0);
  const minutes = Math.min(6000, Math.max(1, Math.round(characters / CHARACTERS_A_MINUTE)));
  return ok({ chapters: chapters.length, minutes, notCarried });
}
