import type { Answer } from '#protocol/packs/quiz.ts';

/** A little less than the 64 Ki characters of JSON that one progress event may have (education/schema.ts). */
const MOST_CHARACTERS = 60_000;

/**
 * The answers as they travel in a progress event. Essays come first, because only the tutor can mark them; other
 * answers follow while there is room, since their marks are in the score already. Takes and returns answers by
 * question id; in every quiz of ordinary size nothing is left out.
 */
export function answersToSend(answers: Readonly<Record<string, Answer>>): Record<string, Answer> {
  const isEssay = (answer: Answer) => answer.kind === 'essay';
  const all = Object.entries(answers);
  const ordered = [...all.filter(([, answer]) => isEssay(answer)), ...all.filter(([, answer]) => !isEssay(answer))];
  const sent: Record<string, Answer> = {};
  let room = MOST_CHARACTERS;
  for (const [questionId, answer] of ordered) {
    const length = JSON.stringify([questionId, answer]).length;
    if (length > room) continue;
    room -= length;
    sent[questionId] = answer;
  }
  return sent;
}
