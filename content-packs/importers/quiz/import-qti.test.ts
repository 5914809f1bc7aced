import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import yazl from 'yazl';
import { importQuizFile } from '../../../tests/support/imported-quizzes.ts';
import { asQti3, QTI2_ITEMS, qti2Test } from '../../../tests/support/qti-items.ts';
import { readXml } from '../../builder/read-xml.ts';
import { withQti2Names } from './qti2-names.ts';
import { readQti1 } from './read-qti1.ts';
import { readQti2Item } from './read-qti2-item.ts';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const MANIFEST =
  '<manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"><metadata><lom><general><language>cy</language></general></lom></metadata><resources><resource identifier="r" type="imsqti_item_xmlv2p1" href="items/choice.xml"/></resources></manifest>';
const CARRIED = Object.keys(QTI2_ITEMS).slice(0, Object.keys(QTI2_ITEMS).indexOf('upload'));
const LEFT = Object.keys(QTI2_ITEMS).slice(CARRIED.length);

async function zip(files: Readonly<Record<string, string | Buffer>>): Promise<Buffer> {
  const archive = new yazl.ZipFile();
  for (const [name, content] of Object.entries(files)) archive.addBuffer(Buffer.from(content), name);
  archive.end();
  return buffer(archive.outputStream);
}

async function readAll(files: Readonly<Record<string, string | Buffer>>) {
  const imported = await importQuizFile({ name: 'Package.zip', content: await zip(files) });
  if (!imported.ok) throw new Error(imported.refusal.sentence);
  return imported;
}

describe('QTI 1.2', () => {
  it('carries choice, words and gaps, and lists what it cannot', async () => {
    const imported = await importQuizFile(path.join(import.meta.dirname, 'fixtures/kinds.qti12.xml'));
    if (!imported.ok) throw new Error(imported.refusal.sentence);
    expect(imported.blockers).toEqual([]);
    expect(imported.quizzes).toMatchObject([
      {
        title: 'Bricklaying',
        attempts: 3,
        questions: [
          {
            id: 'mortar',
            kind: 'single',
            marks: 2,
            ask: 'What holds **bricks** together?',
            options: [
              { text: 'Mortar', right: true },
              { text: 'Paint', say: 'Paint only colours them.' },
            ],
          },
          {
            id: 'words',
            kind: 'gap-fill',
            text: 'A wall begins with a [gap-1] and is checked with a [gap-2]',
            gaps: { 'gap-1': { accepted: ['footing'] }, 'gap-2': { accepted: ['level', 'spirit level'] } },
          },
          { id: 'tool', kind: 'short', accepted: ['trowel'] },
        ],
      },
    ]);
    expect(imported.report.notCarried.map(({ what }) => what)).toEqual([
      'Question “Part of a word”',
      'Question “Show the crack”',
      'The pass mark of “Bricklaying”',
    ]);
  });
});

describe.each([
  ['QTI 2', (text: string) => text],
  ['QTI 3', asQti3],
] as const)('%s', (_, written) => {
  const files = (names: readonly string[]) =>
    Object.fromEntries(names.map((name) => [`items/${name}.xml`, written(QTI2_ITEMS[name] ?? '')]));

  it('carries every kind that our questions have, with the picture and what is said', async () => {
    const imported = await readAll({ 'imsmanifest.xml': MANIFEST, ...files(CARRIED), 'items/pictures/a b.png': PNG });
    expect(imported.blockers).toEqual([]);
    expect(imported.report).toMatchObject({ kind: 'qti', languages: ['cy'] });
    expect(
      Object.fromEntries((imported.quizzes[0]?.questions ?? []).map(({ id, ...question }) => [id, question])),
    ).toMatchObject({
      choice: {
        kind: 'single',
        ask: 'Look.\n\nWhich **one**?',
        pictureAlt: 'A red square',
        because: 'It is the second.',
        options: [
          { text: 'First', say: 'No.' },
          { text: 'Second', right: true },
        ],
      },
      multiple: { kind: 'multiple', options: [{ text: 'a', right: true }, { text: 'b' }, { text: 'c', right: true }] },
      order: { kind: 'ordering', items: ['one', 'two', 'three'] },
      match: {
        kind: 'matching',
        pairs: [
          { left: 'cat', right: 'meow' },
          { left: 'dog', right: 'bark' },
        ],
        extra: ['moo'],
      },
      number: { kind: 'numeric', ask: 'Pi is', answer: 3.14, tolerance: 0.01 },
      words: {
        kind: 'gap-fill',
        ask: 'Llenwch y bylchau.',
        text: 'A town called [gap-1] lies in the north.',
        gaps: { 'gap-1': { accepted: ['York'] } },
      },
      inline: { kind: 'gap-fill', gaps: { 'gap-1': { options: [{ text: 'red' }, { text: 'gold', right: true }] } } },
      gapmatch: {
        kind: 'gap-fill',
        ask: 'Fill in.',
        text: 'Now is the [gap-1] and then [gap-2].',
        gaps: { 'gap-1': { options: [{ text: 'winter', right: true }, { text: 'summer' }] } },
      },
      essay: { kind: 'essay', ask: 'Write.' },
    });
  });

  it('lists every kind it cannot carry, one by one, with the reason', async () => {
    const imported = await readAll({
      ...files(['essay', ...LEFT]),
      'broken.xml': '<assessmentItem xmlns="x"><a></assessmentItem>',
    });
    expect(imported.report.notCarried.map(({ what, why }) => `${what}: ${why}`)).toEqual([
      expect.stringContaining('“upload”: It asks for a file'),
      expect.stringContaining('“hotspot”: It asks to point'),
      expect.stringContaining('“slider”: It is answered with a slider'),
      expect.stringContaining('“nothing”: It asks nothing'),
      expect.stringContaining('“broken.xml”'),
      expect.stringContaining('The pass mark'),
    ]);
  });

  it('one item alone is a quiz', async () => {
    const imported = await importQuizFile({ name: 'order.xml', content: written(QTI2_ITEMS['order'] ?? '') });
    expect(imported).toMatchObject({ ok: true, quizzes: [{ title: 'order', questions: [{ kind: 'ordering' }] }] });
  });
});

describe('a QTI test', () => {
  it('says the order and the number of goes, and a question it names that is not there is listed', async () => {
    const imported = await readAll({
      'test.xml': qti2Test(['items/order.xml', 'items/gone.xml']),
      'items/order.xml': QTI2_ITEMS['order'] ?? '',
      'items/essay.xml': QTI2_ITEMS['essay'] ?? '',
    });
    expect(imported.quizzes).toMatchObject([
      { title: 'The whole test', attempts: 2, mixQuestions: true, questions: [{ id: 'order' }] },
      { title: 'Package: more questions', questions: [{ id: 'essay' }] },
    ]);
    expect(imported.report.notCarried[0]).toMatchObject({
      what: 'Question “i1”',
      why: expect.stringContaining('not in the package'),
    });
  });
});

describe('QTI of any kind', () => {
  it.each([
    [
      'entities that read files',
      '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><assessmentItem>&e;</assessmentItem>',
    ],
    ['broken XML', '<questestinterop><item></questestinterop>'],
    ['no question', '<questestinterop></questestinterop>'],
  ])('is refused with %s, in one sentence', async (_, content) => {
    const imported = await importQuizFile({ name: 'x.xml', content });
    expect(imported.ok).toBe(false);
    if (!imported.ok) expect(imported.refusal.sentence).toMatch(/^[^\n]+\.$/);
  });

  it('never throws, and carries or lists every item, whatever stands in it', () => {
    const names = [
      'item',
      'presentation',
      'material',
      'mattext',
      'response_lid',
      'response_str',
      'render_choice',
      'response_label',
      'resprocessing',
      'respcondition',
      'conditionvar',
      'varequal',
      'setvar',
      'itemBody',
      'choiceInteraction',
      'simpleChoice',
      'responseDeclaration',
      'correctResponse',
      'value',
      'matchInteraction',
      'simpleMatchSet',
      'textEntryInteraction',
      'gapMatchInteraction',
      'gap',
      'p',
      'img',
    ];
    const { tree } = fc.letrec<{ tree: string }>((tie) => ({
      tree: fc.oneof(
        { depthSize: 'small' },
        fc.string({ maxLength: 6, unit: fc.constantFrom('a', '1', ' ', '[', ']', '*', '{', '}', 'ŵ') }),
        fc
          .tuple(
            fc.constantFrom(...names),
            fc.constantFrom(
              '',
              ' ident="a"',
              ' identifier="a" responseIdentifier="RESPONSE"',
              ' rcardinality="Multiple"',
              ' src="a:b"',
              ' src="../../%"',
            ),
            fc.array(tie('tree'), { maxLength: 4 }),
          )
          .map(([name, attributes, children]) => `<${name}${attributes}>${children.join('')}</${name}>`),
      ),
    }));
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 6 }), (parts) => {
        const old = readXml(
          `<questestinterop><section><item title="t">${parts.join('')}</item></section></questestinterop>`,
        );
        if (old.ok) expect(readQti1(old.value, 'T')[0]?.questions.length).toBeGreaterThan(0);
        const item = readXml(`<assessmentItem title="t">${parts.join('')}</assessmentItem>`);
        if (item.ok) expect(readQti2Item(withQti2Names(item.value), '', 0).name).toBe('t');
      }),
    );
  });
});
