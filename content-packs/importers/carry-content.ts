import { typeOfName } from '../builder/type-of-name.ts';
import { addContentShim } from './add-content-shim.ts';
import type { NotCarried } from './import-report.ts';
import type { Supplied, SourceWriter } from './importer.ts';

/** Where an importer puts what other programs made. */
export const CONTENT_FOLDER = 'content/course';

/** Files that no page here ever opens: what describes a package to machines, and fonts that only Internet Explorer read. */
const NEVER_OPENED = /\.(xsd|dtd|eot)$|^mimetype$/i;
const OFFICE = /\.(docx?|pptx?|xlsx?|odt|odp|ods|rtf|pages|key|numbers)$/i;
const PAGE = /\.x?html?$/i;

/** `pages`: whether pages get the content shim (PACK-32); books are shown without scripts and are left as they are. */
export type CarryOptions = {
  readonly pages: 'with-shim' | 'as-they-are';
  /** Which supplied files belong to the content; all where this is absent. */
  readonly only?: ((name: string) => boolean) | undefined;
};

/**
 * Carries supplied files below `content/course/`, under the names they have, for their own links to hold. Returns the
 * files a pack cannot hold, one by one. Takes what was supplied and the writer.
 */
export async function carryContent(
  supplied: Supplied,
  out: SourceWriter,
  { pages, only = () => true }: CarryOptions,
): Promise<readonly NotCarried[]> {
  const names = [...supplied.files.keys()].filter(only);
  const neverOpened = names.filter((name) => NEVER_OPENED.test(name));
  const opened = names.filter((name) => !NEVER_OPENED.test(name));
  const notCarried = opened.filter((name) => typeOfName(name) === undefined).map(unknownType);
  const carried = opened.filter((name) => typeOfName(name) !== undefined);
  for (const name of carried) {
    const file = supplied.files.get(name);
    const place = `${CONTENT_FOLDER}/${name}`;
    if (pages === 'with-shim' && PAGE.test(name))
      await out.writeBytes(place, addContentShim(await supplied.readBytes(name)));
    else if (file) await out.carry(file, place);
  }
  if (neverOpened.length > 0) {
    const why = `Schemas and old fonts, which no page opens here: ${neverOpened.join(', ')}.`;
    notCarried.push({
      what: `${neverOpened.length} ${neverOpened.length === 1 ? 'file' : 'files'} for other machines`,
      why,
    });
  }
  return notCarried;
}

function unknownType(name: string): NotCarried {
  const why = OFFICE.test(name)
    ? 'A tablet cannot open office files. Save it as PDF and add that.'
    : 'A pack cannot hold files of this kind. If the course needs it, ask its maker for another form.';
  return { what: `The file ${name}`, file: name, why };
}
