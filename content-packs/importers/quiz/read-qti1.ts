import { allBelow, childrenOf, textOf, childOf, type XmlElement } from '../../builder/read-xml.ts';
import { isTextOnly, readQti1Question, stemOf } from './qti1-question.ts';
import { nameFrom, type QuestionRead, type QuizDraft } from './quiz-draft.ts';
import { asPlain, joinTexts, NO_TEXT } from './rich-text.ts';

/** Reads QTI 1.2 (root `<questestinterop>`): one quiz for each assessment or question bank, or one of loose items. */
export function readQti1(root: XmlElement, title: string): readonly QuizDraft[] {
  const holders = childrenOf(root).filter(
    ({ name }) => name === 'assessment' || name === 'objectbank' || name === 'section',
  );
  const loose = childrenOf(root, 'item');
  const quizzes = holders.map((holder) =>
    readQuiz(holder, allBelow(holder, 'item'), holder.attributes['title'] ?? title),
  );
  return [...quizzes, ...(loose.length > 0 ? [readQuiz(root, loose, title)] : [])].filter(
    ({ questions }) => questions.length > 0,
  );
}

function readQuiz(holder: XmlElement, items: readonly XmlElement[], title: string): QuizDraft {
  const questions: QuestionRead[] = [];
  let before = NO_TEXT;
  let shown: XmlElement | undefined;
  for (const item of items) {
    if (isTextOnly(item)) {
      before = joinTexts(before, stemOf(childOf(item, 'presentation')));
      shown = item;
      continue;
    }
    questions.push(readQti1Question(item, before, questions.length));
    before = NO_TEXT;
  }
  if (shown && before !== NO_TEXT)
    questions.push({
      is: 'refused',
      name: nameFrom(shown.attributes['title'], asPlain(before), 0),
      line: shown.line,
      why: 'It is a text with no question after it. Put it into a lesson.',
    });
  const attempts = Number(fieldOf(holder, 'cc_maxattempts'));
  return {
    title: title.trim() || 'Quiz',
    wantedId: holder.attributes['ident'],
    ...(Number.isInteger(attempts) && attempts >= 1 ? { attempts } : {}),
    questions,
    lost: picksLost(holder, title),
  };
}

/** A section that picks some of its questions by chance is carried with all of them. */
function picksLost(holder: XmlElement, title: string): QuizDraft['lost'] {
  const picks = allBelow(holder, 'section').some((section) => {
    const number = Number(textOf(allBelow(childOf(section, 'selection_ordering'), 'selection_number')[0]));
    return number > 0 && number < childrenOf(section, 'item').length;
  });
  return picks
    ? [
        {
          what: `The choice by chance in “${title}”`,
          why: 'The file asks only some of its questions each time; all of them are asked here.',
        },
      ]
    : [];
}

function fieldOf(holder: XmlElement, label: string): string {
  const fields = childrenOf(childOf(holder, 'qtimetadata'), 'qtimetadatafield');
  return textOf(
    childOf(
      fields.find((field) => textOf(childOf(field, 'fieldlabel')).trim() === label),
      'fieldentry',
    ),
  ).trim();
}
