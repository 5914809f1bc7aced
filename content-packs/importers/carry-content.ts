import { typeOfName } from '../builder/type-of-name.ts';
import { addContentShim } from './add-content-shim.ts';
import type { NotCarried } from './import-report.ts';
import type { Supplied, SourceWriter } from './importer.ts';

/** Where an importer puts what other programs made. */
export const CONTENT_FOLDER = 'content/course';

/** Files that describe a package to the machine that makes it and that no page ever opens. */
const FOR_MACHINES = /\.(xsd|dtd)$|^mimetype$/i;
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
  const notCarried: NotCarried[] = [];
  let forMachines = 0;
  for (const [name, file] of supplied.files) {
    if (!only(name)) continue;
    const place = `${CONTENT_FOLDER}/${name}`;
    if (FOR_MACHINES.test(name)) forMachines += 1;
    else if (typeOfName(name) === undefined) notCarried.push(unknownType(name));
    else if (pages === 'with-shim' && PAGE.test(name))
      await out.writeBytes(place, addContentShim(await supplied.readBytes(name)));
    else await out.carry(file, place);
  }
  if (forMachines > 0) {
    const why = 'They describe the package to the program that made it; no page opens them.';
    notCarried.push({ what: `${forMachines} schema ${forMachines === 1 ? 'file' : 'files'} (.xsd, .dtd)`, why });
  }
  return notCarried;
}

function unknownType(name: string): NotCarried {
  const why = OFFICE.test(name)
    ? 'A tablet cannot open office files. Save it as PDF and add that.'
    : 'A pack cannot hold files of this kind. If the course needs it, ask its maker for another form.';
  return { what: `The file ${name}`, file: name, why };
}
