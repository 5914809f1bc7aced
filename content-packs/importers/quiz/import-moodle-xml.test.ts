import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { importQuizFile } from '../../../tests/support/imported-quizzes.ts';

const FIXTURE = path.join(import.meta.dirname, 'fixtures/kinds.moodle.xml');
const lines = readFileSync(FIXTURE, 'utf8').split('\n');
const lineOf = (words: string) => lines.findIndex((line) => line.includes(words)) + 1;
const quizOf = (questions: string) => ({ name: 'q.xml', content: `<quiz>${questions}</quiz>` });

describe('Moodle XML', () => {
  it('carries every kind that our questions have, and the pack builds but for what nobody wrote yet', async () => {
    const imported = await importQuizFile(FIXTURE);
    if (!imported.ok) throw new Error(imported.refusal.sentence);
    expect(imported.blockers).toEqual([]);
    expect(imported.quizzes.map(({ title }) => title)).toEqual(['Kitchen work']);
    expect(imported.quizzes[0]?.questions.map(({ id, kind }) => `${kind} ${id}`)).toEqual([
      'single knife-1',
      'multiple cold-things',
      'true-false hands',
      'short metal',
      'numeric oven',
      'matching boards',
      'gap-fill warm-or-cold',
      'essay your-dish',
      'gap-fill bread',
      'gap-fill order-of-work',
      'ordering steps',
    ]);
    const [knife, cold, , metal, oven, boards, warm, dish, bread, order] = imported.quizzes[0]?.questions ?? [];
    expect(knife).toMatchObject({
      ask: 'Use **pencil** and paper.\n\nWhich knife is for bread?',
      marks: 2,
      hint: 'Look at the edge.',
      because: 'Teeth cut the crust.',
      pictureAlt: 'Three knives in a row',
      options: [
        { text: 'The one with teeth', right: true, say: 'Yes.' },
        { share: 0.5, say: 'Nearly.' },
        { text: 'The small one' },
      ],
    });
    expect(cold).toMatchObject({ options: [{ right: true }, { right: true }, { text: 'Flour' }] });
    expect(metal).toMatchObject({
      accepted: ['steel'],
      sayRight: 'Right.',
      sayWrong: 'Look at the label.',
      mistakes: [{ text: 'metal', share: 0.5, say: 'Which?' }],
    });
    expect(oven).toMatchObject({ answer: 220, tolerance: 10, unit: '°C' });
    expect(boards).toMatchObject({
      pairs: [
        { left: 'Meat', right: 'red' },
        { left: 'Fish', right: 'blue' },
      ],
      extra: ['white'],
    });
    expect(warm).toMatchObject({
      ask: 'Where does it stand?',
      text: 'Milk: [gap-1]\n\nButter: [gap-2]\n\nSalt: [gap-3]',
    });
    expect(dish).toMatchObject({ marks: 10 });
    expect(bread).toMatchObject({
      text: 'Bread needs [gap-1], [gap-2] and [gap-3] % salt \\\\\\[roughly\\\\\\].',
      gaps: {
        'gap-1': { accepted: ['flour', 'strong flour'] },
        'gap-2': { options: [{ text: 'milk' }, { text: 'water', right: true, say: 'Yes' }, { text: 'oil' }] },
        'gap-3': { number: 2, tolerance: 0.5 },
      },
    });
    expect(order).toMatchObject({ gaps: { 'gap-1': { options: [{ text: 'wash', right: true }, { text: 'cook' }] } } });
  });

  it('lists every question it cannot carry with its name, line and reason, and every part it lost', async () => {
    const imported = await importQuizFile(FIXTURE);
    if (!imported.ok) throw new Error(imported.refusal.sentence);
    expect(
      imported.report.notCarried.map(({ what, line }) => `${what}${line === undefined ? '' : ` ${String(line)}`}`),
    ).toEqual([
      `A part of question “Metal” ${String(lineOf('<question type="shortanswer">'))}`,
      `A part of question “Bread” ${String(lineOf('<question type="cloze">'))}`,
      'The pass mark of “Kitchen work”',
      `Question “Map” ${String(lineOf('ddmarker'))}`,
      `Question “Sum” ${String(lineOf('calculated'))}`,
      `Question “Odd” ${String(lineOf('newkind'))}`,
    ]);
    expect(imported.report.notCarried.find(({ what }) => what === 'Question “Map”')?.why).toBe(
      'It asks to drag markers onto a picture.',
    );
    expect(imported.report.carried).toEqual(['11 questions']);
  });

  it.each([
    [
      'entities that read files',
      '<!DOCTYPE quiz [<!ENTITY e SYSTEM "file:///etc/passwd">]><quiz>&e;</quiz>',
      'description-broken',
    ],
    ['XML that is broken', '<quiz><question></quiz>', 'description-broken'],
    ['no question', '<quiz></quiz>', 'nothing-to-learn'],
    [
      'nothing but what cannot be carried',
      quizOf('<question type="ddmarker"><name><text>Map</text></name></question>').content,
      'nothing-to-learn',
    ],
  ])('refuses a file with %s in one sentence', async (_, content, code) => {
    const imported = await importQuizFile({ name: 'q.xml', content });
    expect(imported).toMatchObject({ ok: false, refusal: { code } });
    if (!imported.ok) expect(imported.refusal.sentence).not.toContain('\n');
  });

  it('says a picture that is not there, and asks for a description that nobody wrote', async () => {
    const png = /encoding="base64">([^<]*)/.exec(lines.join('\n'))?.[1] ?? '';
    const question = (src: string) =>
      `<question type="essay"><name><text>Q</text></name><questiontext format="html"><text><![CDATA[Look <img src="@@PLUGINFILE@@/${src}">]]></text><file name="a b.png" encoding="base64">${png}</file></questiontext></question>`;
    const imported = await importQuizFile(quizOf(question('gone.png') + question('a%20b.png')));
    if (!imported.ok) throw new Error(imported.refusal.sentence);
    expect(imported.report.notCarried.map(({ why }) => why)).toEqual([
      expect.stringContaining('gone.png, which is not in the file'),
      expect.stringContaining('write “pictureAlt”'),
      expect.any(String),
    ]);
    expect(imported.quizzes[0]?.questions.map(({ picture }) => picture !== undefined)).toEqual([false, true]);
  });

  it('reads gaps that never end in time that grows with the text, not with its square', async () => {
    const began = performance.now();
    const text = '{1:SHORTANSWER:'.repeat(40_000);
    await importQuizFile(
      quizOf(
        `<question type="cloze"><name><text>Q</text></name><questiontext format="html"><text>${text}</text></questiontext></question>`,
      ),
    );
    expect(performance.now() - began).toBeLessThan(10_000);
  });
});
