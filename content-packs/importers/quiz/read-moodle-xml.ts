import { childOf, childrenOf, textOf, type XmlElement } from '../../builder/read-xml.ts';
import { categoryTitle } from './category-title.ts';
import { readMoodleQuestion, readMoodleText } from './moodle-question.ts';
import { nameFrom, type QuestionRead, type QuizDraft } from './quiz-draft.ts';
import { asPlain, joinTexts, NO_TEXT, type RichText } from './rich-text.ts';

/** Reads Moodle XML (root `<quiz>`): one quiz for each category. Descriptions stand before the question that follows them. */
export function readMoodleXml(root: XmlElement, title: string): readonly QuizDraft[] {
  const quizzes: { title: string; questions: QuestionRead[] }[] = [{ title, questions: [] }];
  let before: RichText = NO_TEXT;
  let described: XmlElement | undefined;
  for (const question of childrenOf(root, 'question')) {
    const quiz = quizzes.at(-1);
    const kind = question.attributes['type'];
    if (kind === 'category') {
      const called = categoryTitle(textOf(childOf(question, 'category')), title);
      if (quiz && quiz.questions.length === 0) quiz.title = called;
      else quizzes.push({ title: called, questions: [] });
    } else if (kind === 'description') {
      before = joinTexts(before, readMoodleText(childOf(question, 'questiontext')));
      described = question;
    } else {
      quiz?.questions.push(readMoodleQuestion(question, before, quiz.questions.length));
      before = NO_TEXT;
    }
  }
  if (described && before !== NO_TEXT)
    quizzes.at(-1)?.questions.push({
      is: 'refused',
      name: nameFrom(textOf(childOf(described, 'name')), asPlain(before), 0),
      line: described.line,
      why: 'It is a text with no question after it. Put it into a lesson.',
    });
  return quizzes.filter(({ questions }) => questions.length > 0);
}
