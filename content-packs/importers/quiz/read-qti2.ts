import { allBelow, childOf, childrenOf, readXml, type XmlElement } from '../../builder/read-xml.ts';
import type { Supplied } from '../importer.ts';
import { folderOf, pathInPackage } from '../../builder/path-in-package.ts';
import { withQti2Names } from './qti2-names.ts';
import type { QuestionRead, QuizDraft } from './quiz-draft.ts';
import { readQti2Item } from './read-qti2-item.ts';
import { xmlSentence } from './xml-sentence.ts';

/** Every XML file of a QTI 2 or 3 package that was read, by name, with QTI 2's names; and why the others were not. */
export type Qti2Files = {
  readonly roots: ReadonlyMap<string, XmlElement>;
  readonly broken: ReadonlyMap<string, string>;
};

/** Reads the XML files of a package but its manifest. One that is broken does not take the others with it. */
export async function readQti2Files(supplied: Supplied): Promise<Qti2Files> {
  const roots = new Map<string, XmlElement>();
  const broken = new Map<string, string>();
  for (const name of supplied.files.keys()) {
    if (!/\.xml$/i.test(name) || /(^|\/)imsmanifest\.xml$/i.test(name)) continue;
    const read = readXml(await supplied.readText(name));
    if (read.ok) roots.set(name, withQti2Names(read.value));
    else broken.set(name, xmlSentence(name, read.error));
  }
  return { roots, broken };
}

/** The quizzes of a package: one for each test, and one of the items that no test names. */
export function readQti2(files: Qti2Files, title: string): readonly QuizDraft[] {
  const { roots, broken } = files;
  const tests = [...roots].filter(([, { name }]) => name === 'assessmentTest');
  const named = new Set<string>();
  const quizzes = tests.map(([file, test]) => readTest(file, test, files, named));
  const loose = [...roots].filter(([file, { name }]) => name === 'assessmentItem' && !named.has(file));
  const rest: QuestionRead[] = [
    ...loose.map(([file, item], at) => readQti2Item(item, folderOf(file), at)),
    ...[...broken]
      .filter(([file]) => !named.has(file))
      .map(([file, why]): QuestionRead => ({ is: 'refused', name: file, why })),
  ];
  const ofItems = quizzes.length === 0 ? title : `${title}: more questions`;
  const only =
    loose.length === 1 && rest.length === 1 && quizzes.length === 0 ? loose[0]?.[1].attributes['title'] : undefined;
  return [...quizzes, { title: only?.trim() || ofItems, questions: rest }].filter(
    ({ questions }) => questions.length > 0,
  );
}

function readTest(file: string, test: XmlElement, { roots, broken }: Qti2Files, named: Set<string>): QuizDraft {
  const sections = allBelow(test, 'assessmentSection');
  const questions = allBelow(test, 'assessmentItemRef').map((reference, at): QuestionRead => {
    const href = reference.attributes['href'] ?? '';
    const place = pathInPackage(folderOf(file), href);
    named.add(place);
    const item = roots.get(place);
    const why = broken.get(place) ?? 'The test names this file and it is not in the package, or it is no question.';
    if (item?.name !== 'assessmentItem')
      return { is: 'refused', name: reference.attributes['identifier'] ?? href, line: reference.line, why };
    return readQti2Item(item, folderOf(place), at);
  });
  const attempts = Number(allBelow(test, 'itemSessionControl')[0]?.attributes['maxAttempts'] ?? '');
  const title = (test.attributes['title'] ?? '').trim() || 'Quiz';
  return {
    title,
    wantedId: test.attributes['identifier'],
    ...(Number.isInteger(attempts) && attempts > 1 ? { attempts } : {}),
    ...(sections.some((section) => childOf(section, 'ordering')?.attributes['shuffle'] === 'true')
      ? { mixQuestions: true }
      : {}),
    questions,
    lost: lostOf(test, sections, title, file),
  };
}

function lostOf(test: XmlElement, sections: readonly XmlElement[], title: string, file: string): QuizDraft['lost'] {
  const say = (what: string, why: string) => ({ what: `${what} of “${title}”`, file, why });
  return [
    ...(sections.some((section) => childOf(section, 'selection'))
      ? [say('The choice by chance', 'The file asks only some of its questions each time; all of them are asked here.')]
      : []),
    ...(allBelow(test, 'preCondition', 'branchRule').length > 0
      ? [say('The rules', 'The file asks some questions only after certain answers; all of them are asked here.')]
      : []),
    ...(allBelow(test, 'timeLimits').length > 0 ? [say('The time limit', 'Our quizzes have none.')] : []),
    ...(childrenOf(test, 'outcomeProcessing').length > 0
      ? [say('The reckoning', 'Marks are added up here, each question with its own.')]
      : []),
  ];
}
