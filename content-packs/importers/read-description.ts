import { ok, type Result } from '#protocol/result.ts';
import { refuse, type ImportRefusal } from './import-report.ts';
import type { Supplied } from './importer.ts';
import { readXml, type XmlElement } from '../builder/read-xml.ts';

/** A description of a package is a few hundred kilobytes at most; one that is larger is made to fill memory. */
const LONGEST_BYTES = 16 * 1024 * 1024;

/**
 * Reads the XML file that describes a package. Takes its name and the name its first element must have. Refuses with the
 * file and the line: broken XML, entities of its own (which read other files or grow without end), or another kind.
 */
export async function readDescription(
  supplied: Supplied,
  file: string,
  root: string,
): Promise<Result<XmlElement, ImportRefusal>> {
  const bytes = supplied.files.get(file)?.bytes;
  if (bytes === undefined) return refuse('file-missing', `The file “${file}” is missing; export the course again.`);
  if (bytes > LONGEST_BYTES) return refuse('description-broken', `“${file}” is far too long to describe a course.`);
  const read = readXml(await supplied.readText(file));
  if (!read.ok) {
    const where = `“${file}”, line ${read.error.line}`;
    return read.error.code === 'unsafe'
      ? refuse(
          'description-broken',
          `${where}: it declares entities of its own, which are not allowed; export it again.`,
        )
      : refuse('description-broken', `${where}: the description of the course is broken here; export it again.`);
  }
  if (read.value.name !== root)
    return refuse('description-broken', `“${file}” does not describe a course: it begins with “${read.value.name}”.`);
  return ok(read.value);
}
