import { describe, expect, it } from 'vitest';
import { practiceSchema } from '#protocol/selfhelp/practice.ts';
import { endKeys } from './outcome.ts';
import { finishPractice, isAnswered, nextPractising, positionOf, practisingSchema, startPractising, stepOf, type Answer, type Practising } from './player.ts';
import { runKeys, talkAt } from './rules.ts';
import { techniqueIds, type Step, type Technique } from './technique.ts';
import { techniques } from './techniques.ts';

const onward = (technique: Technique, practising: Practising) => nextPractising(technique, practising, { type: 'went-on' });
const answered = (technique: Technique, practising: Practising, key: string, value: Answer) => nextPractising(technique, practising, { type: 'answered', key, value });

/** What somebody might answer in a step, by key. */
function answersFor(step: Step): Record<string, Answer> {
  switch (step.kind) {
    case 'rate':
      return { [step.id]: step.role === 'before' ? 7 : 3 };
    case 'quiz':
      return { [step.id]: step.right };
    case 'sort':
      return Object.fromEntries(step.items.map(({ id, bin }) => [`${step.id}.${id}`, bin]));
    case 'choose':
      return { [step.id]: step.options.slice(0, 2), [`${step.id}.own`]: 'Walking' };
    case 'write':
      return Object.fromEntries(step.fields.map(({ id }) => [`${step.id}.${id}`, 'Some words']));
    case 'timer':
      return { [runKeys(step.id).ran]: step.seconds * 1000, [runKeys(step.id).since]: 0 };
    case 'talk': {
      const said: string[] = [];
      for (let at = talkAt(step, said).at; 'choices' in at; at = talkAt(step, said).at) said.push(at.choices[0]!.id);
      return { [step.id]: said };
    }
    case 'plan':
      return { [`${step.id}.when`]: 'it rains.', [`${step.id}.then`]: 'I read' };
    case 'read':
      return {};
    case 'summary':
      return { [endKeys.found]: 'It passes', [endKeys.helps]: true };
  }
}

describe('the player of techniques', () => {
  it.each(techniqueIds)('%s can be left at each step and goes on there after the tablet was off', (id) => {
    const technique = techniques[id];
    let now = startPractising(technique);
    technique.steps.forEach((step, index) => {
      for (const [key, value] of Object.entries(answersFor(step))) now = answered(technique, now, key, value);
      // What lies on the disk is read anew, as after a kill -9.
      now = practisingSchema.parse(JSON.parse(JSON.stringify(now)));
      expect(stepOf(technique, now)).toBe(step);
      expect(isAnswered(step, now.answers), step.id).toBe(true);
      expect(positionOf(technique, now)).toEqual({ number: index + 1, count: technique.steps.length });
      now = onward(technique, now);
    });
    expect(stepOf(technique, now).kind).toBe('summary');
    const practice = practiceSchema.parse(finishPractice(technique, now));
    expect(practice).toMatchObject({ technique: id, area: technique.area, before: 7, after: 3, finished: true });
    expect(Object.keys(practice.answers).filter((key) => /\.(ran|since)$/.test(key))).toEqual([]);
  });

  it.each(techniqueIds)('%s can be walked to its end with nothing answered, and back again', (id) => {
    const technique = techniques[id];
    let now = startPractising(technique);
    for (let step = 0; step < 30; step += 1) now = onward(technique, now);
    expect(stepOf(technique, now).kind).toBe('summary');
    expect(practiceSchema.parse(finishPractice(technique, now))).toMatchObject({ before: null, after: null, answers: {} });
    for (let step = 0; step < 30; step += 1) now = nextPractising(technique, now, { type: 'went-back' });
    expect(stepOf(technique, now)).toBe(technique.steps[0]);
  });

  it('a step that is gone from a newer release leads to the first, and loses no answer', () => {
    const technique = techniques['mind-traps'];
    const old: Practising = { technique: technique.id, step: 'gone', answers: { 'moment.what': 'Rain' } };
    expect(stepOf(technique, old)).toBe(technique.steps[0]);
    expect(onward(technique, old).answers).toEqual(old.answers);
  });

  it('a plan that is changed is no longer the one that was put with the others', () => {
    const technique = techniques['say-no'];
    let now = answered(technique, startPractising(technique), endKeys.planned, true);
    now = answered(technique, now, 'line.own', 'No.');
    expect(now.answers[endKeys.planned]).toBe(true);
    now = answered(technique, now, 'plan.then', 'I go');
    expect(endKeys.planned in now.answers).toBe(false);
  });
});
