import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { buildPack } from './build-pack.ts';
import { checkSource } from './check-source.ts';

const folders: string[] = [];
afterEach(async () => {
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true })));
});

const PACK = `
id: tiny-pack
languages: [en, cy]
title: { en: Tiny, cy: Bach }
summary: { en: A tiny pack, cy: Pecyn bach }
subject: maths
level: [any]
licence: CC-BY-4.0
attribution: [Throughline]
items:
  - { id: one, lesson: 01-one.md, minutes: 2 }
  - { id: test, quiz: quiz.yaml, minutes: 3 }
`;
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 20"><rect width="10" height="10"/></svg>';
const QUIZ = `
title: Test
passMark: 0.7
questions:
  - { id: q1, kind: true-false, ask: Yes?, answer: true }
`;
const LESSON = '# One\n\nHello.\n';
const EBML = Buffer.from([0x1a, 0x45, 0xdf, 0xa3, 1, 2, 3, 4]);

type Files = Readonly<Record<string, string | Buffer>>;

const GOOD: Files = {
  'pack.yaml': PACK,
  'en/01-one.md': LESSON,
  'cy/01-one.md': LESSON,
  'en/quiz.yaml': QUIZ,
  'cy/quiz.yaml': QUIZ,
};

async function write(files: Files): Promise<string> {
  const root = await mkdtemp(path.join(tmpdir(), 'source-'));
  folders.push(root);
  for (const [name, content] of Object.entries({ ...GOOD, ...files })) {
    await mkdir(path.dirname(path.join(root, name)), { recursive: true });
    await writeFile(path.join(root, name), content);
  }
  return root;
}

/** Both languages say the same, so that only the thing under test is wrong. */
const inBoth = (text: string): Files => ({ 'en/01-one.md': text, 'cy/01-one.md': text });

async function problemsOf(files: Files): Promise<readonly string[]> {
  const { problems, compiled } = await checkSource(await write(files));
  expect(compiled === undefined).toBe(problems.some(({ severity }) => severity === 'blocker'));
  return problems.map(({ code, file, line }) => `${code} ${file}${line === undefined ? '' : `:${String(line)}`}`);
}

describe('checkSource', () => {
  it('finds nothing wrong with a good folder', async () => {
    expect(await problemsOf({})).toEqual([]);
  });

  it('says everything wrong at once, with file and line', async () => {
    const problems = await problemsOf({
      'en/01-one.md': '# One\n\nHello <b>you</b>.\n\n![](../media/a.svg)\n\n[away](https://example.org)\n',
      'media/a.svg': SVG,
      'cy/quiz.yaml': QUIZ.replace('answer: true', 'answer: maybe'),
    });
    expect(problems).toEqual([
      'html-in-text en/01-one.md:3',
      'alt-missing en/01-one.md:5',
      'link-outside en/01-one.md:7',
      'question-wrong cy/quiz.yaml:5',
    ]);
  });

  it.each([
    ['PACK-23 a picture without description', '![](../media/a.svg)', 'alt-missing'],
    ['PACK-21 a link to nowhere', '[there](09-no-such.md)', 'link-broken'],
    ['PACK-21 a link to the internet', '[there](https://example.org/)', 'link-outside'],
    ['PACK-21 a link without a scheme', '[there](//example.org/)', 'link-outside'],
    ['PACK-21 a link that runs a program', '[there](javascript:alert(1))', 'link-outside'],
    ['PACK-21 a bare address', 'See https://example.org now.', 'link-outside'],
    ['a picture from the internet', '![A cat](https://example.org/a.png)', 'link-outside'],
    ['a picture that climbs out', '![A cat](../../../etc/a.png)', 'link-broken'],
    ['a picture in the wrong folder', '![A cat](../en/01-one.md)', 'link-broken'],
    ['PACK-20 HTML', '<script>alert(1)</script>', 'html-in-text'],
    ['a box nobody knows', '> [!danger] Look\n> out', 'box-unknown'],
    ['a quote without a name', '> just words', 'box-unknown'],
    ['program text', '```js\nx\n```', 'not-carried'],
    ['lists in lists', '- a\n  - b', 'not-carried'],
    ['a picture inside a sentence', 'Look ![A cat](../media/a.svg) here', 'not-carried'],
    [
      'a table too wide for a tablet',
      `${'| a '.repeat(20)}|\n${'|---'.repeat(20)}|\n${'| 1 '.repeat(20)}|`,
      'not-carried',
    ],
    ['an empty page', '---\n\n---\n\nmore', 'empty-lesson'],
    [
      'an essay, which nobody would read there',
      '```question\n{ id: q, kind: essay, ask: Write }\n```',
      'question-wrong',
    ],
    [
      'a gap that is not in its text',
      '```question\n{ id: q, kind: gap-fill, ask: Fill, text: "Just [words] here.", gaps: { half: { accepted: [a] } } }\n```',
      'question-wrong',
    ],
    ['a question that is no YAML', '```question\nid: [\n```', 'yaml-broken'],
    [
      'a question without a right answer',
      '```question\n{ id: q, kind: single, ask: A, options: [{ text: a }, { text: b }] }\n```',
      'question-wrong',
    ],
    [
      'a question with a word nobody knows',
      '```question\n{ id: q, kind: true-false, ask: A, answer: true, pionts: 3 }\n```',
      'question-wrong',
    ],
    ['a number that is none', '```question\n{ id: q, kind: numeric, ask: A, answer: lots }\n```', 'question-wrong'],
    ['a fraction of nothing', '```question\n{ id: q, kind: numeric, ask: A, answer: 1/0 }\n```', 'question-wrong'],
  ])('refuses %s', async (_, body, code) => {
    const problems = await problemsOf({ ...inBoth(`# One\n\n${body}\n`), 'media/a.svg': SVG });
    expect(problems.map((problem) => problem.split(' ')[0])).toContain(code);
  });

  it.each([
    ['a script', '<script>alert(1)</script>'],
    ['an event attribute', '<rect width="1" height="1" onclick="alert(1)"/>'],
    ['foreignObject', '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>'],
    ['a picture from elsewhere', '<image href="https://example.org/a.png"/>'],
    ['use of another file', '<use href="other.svg#a"/>'],
    ['a link', '<a href="https://example.org"><rect/></a>'],
    ['animation of an address', '<animate attributeName="href" to="javascript:alert(1)"/>'],
    ['a style sheet', '<style>rect { fill: url(https://example.org/a) }</style>'],
    ['a style with an address', '<rect style="fill: url(https://example.org/a)"/>'],
    ['a style with a hidden address', '<rect style="fill: u\\72l(https://example.org/a)"/>'],
    ['a fill from elsewhere', '<rect fill="url(other.svg#a)"/>'],
    ['a broken end', '<g><rect></g>'],
  ])('PACK-22 refuses an SVG with %s', async (_, inside) => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${inside}</svg>`;
    const problems = await problemsOf({ ...inBoth('# One\n\n![A cat](../media/a.svg)\n'), 'media/a.svg': svg });
    expect(problems.join()).toContain('svg-unsafe media/a.svg:1');
  });

  it.each([
    [
      'entities',
      '<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><title>&b;</title></svg>',
    ],
    [
      'a style sheet instruction',
      '<?xml-stylesheet href="https://example.org/a.css"?><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>',
    ],
    ['another root', '<html xmlns="http://www.w3.org/1999/xhtml"><svg viewBox="0 0 9 9"/></html>'],
    ['nothing in it', ''],
  ])('PACK-22 refuses an SVG with %s around it', async (_, svg) => {
    const problems = await problemsOf({ ...inBoth('# One\n\n![A cat](../media/a.svg)\n'), 'media/a.svg': svg });
    expect(problems.join()).toContain('svg-unsafe media/a.svg');
  });

  it('takes an SVG that refers to its own parts', async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><defs><linearGradient id="a"/></defs><rect fill="url(#a)"/><use href="#a"/></svg>';
    expect(await problemsOf({ ...inBoth('# One\n\n![A cat](../media/a.svg)\n'), 'media/a.svg': svg })).toEqual([]);
  });

  it('does not believe the ending of a file name', async () => {
    const problems = await problemsOf({
      ...inBoth('# One\n\n![A cat](../media/a.png)\n\n![A talk](../media/b.ogg)\n\n![A page](../media/c.html)\n'),
      'media/a.png': '<html></html>',
      'media/b.ogg': 'MZ not a sound',
      'media/c.html': 'x',
    });
    expect(new Set(problems)).toEqual(
      new Set(['picture-broken media/a.png', 'media-broken media/b.ogg', 'file-kind media/c.html']),
    );
  });

  it('PACK-24 wants captions in every language, words, and a first picture for a film', async () => {
    const film = inBoth('# One\n\n![A talk](../media/talk.webm)\n');
    expect(new Set(await problemsOf({ ...film, 'media/talk.webm': EBML }))).toEqual(
      new Set([
        'captions-missing media/talk.webm',
        'transcript-missing media/talk.webm',
        'poster-missing media/talk.webm',
      ]),
    );
    const vtt = 'WEBVTT\n\n00:00.000 --> 00:01.000\nHello\n';
    const whole = {
      ...film,
      'media/talk.webm': EBML,
      'media/talk.poster.svg': SVG,
      'media/talk.en.vtt': vtt,
      'media/talk.cy.vtt': vtt,
    };
    expect(await problemsOf(whole)).toEqual([]);
    expect(await problemsOf({ ...whole, 'media/talk.cy.vtt': vtt.replace('01.000', '00.000') })).toContain(
      'captions-broken media/talk.cy.vtt:3',
    );
  });

  it('PACK-24 wants the words of a sound', async () => {
    const sound = { ...inBoth('# One\n\n![A talk](../media/talk.ogg)\n'), 'media/talk.ogg': 'OggS....' };
    expect(await problemsOf(sound)).toContain('transcript-missing media/talk.ogg');
    expect(await problemsOf({ ...sound, 'media/talk.en.txt': 'Hello', 'media/talk.cy.txt': 'Helo' })).toEqual([]);
  });

  it('PACK-26 refuses a quiz whose right answers differ between languages', async () => {
    expect(await problemsOf({ 'cy/quiz.yaml': QUIZ.replace('answer: true', 'answer: false') })).toEqual([
      'language-differs cy/quiz.yaml',
    ]);
    expect(await problemsOf({ 'cy/quiz.yaml': QUIZ.replace('q1', 'q2') })).toHaveLength(2);
    expect(await problemsOf({ 'cy/quiz.yaml': QUIZ.replace('0.7', '0.5') })).toEqual(['language-differs cy/quiz.yaml']);
  });

  it('PACK-9 refuses a lesson or a title that lacks a language', async () => {
    expect(await problemsOf({ 'pack.yaml': PACK.replace('{ en: Tiny, cy: Bach }', '{ en: Tiny }') })).toEqual([
      'language-differs pack.yaml:4',
    ]);
    expect(await problemsOf({ 'pack.yaml': PACK.replace('[en, cy]', '[en, cy, pl]') })).toEqual(
      expect.arrayContaining(['file-missing pl/01-one.md', 'file-missing pl/quiz.yaml']),
    );
  });

  it.each([
    ['an unknown word', PACK.replace('subject:', 'subjcet:'), 'yaml-shape'],
    ['two items of one id', PACK.replace('id: test', 'id: one'), 'yaml-shape'],
    ['an id that is no host label', PACK.replace('tiny-pack', 'Tiny_Pack'), 'yaml-shape'],
    [
      'a lesson and a quiz in one',
      PACK.replace('lesson: 01-one.md', 'lesson: 01-one.md, quiz: quiz.yaml'),
      'yaml-shape',
    ],
    ['broken YAML', `${PACK}\n  : [`, 'yaml-broken'],
    ['YAML that unfolds', 'a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n', 'yaml-shape'],
    ['the same word twice', `${PACK}\nid: other-pack\n`, 'yaml-broken'],
  ])('refuses a pack.yaml with %s', async (_, text, code) => {
    expect((await problemsOf({ 'pack.yaml': text })).join()).toContain(`${code} pack.yaml`);
  });

  it('refuses files that are not text, names that are not plain, and links out of the folder', async () => {
    const root = await write({ 'en/01-one.md': Buffer.from([0x23, 0x20, 0xff, 0xfe]), 'media/Gr:sse.svg': SVG });
    await symlink('/etc/passwd', path.join(root, 'media/secret.txt'));
    const codes = (await checkSource(root)).problems.map(({ code, file }) => `${code} ${file}`);
    expect(codes).toEqual(
      expect.arrayContaining([
        'not-text en/01-one.md',
        'file-name media/Gr:sse.svg',
        'not-a-plain-file media/secret.txt',
      ]),
    );
  });

  it('warns of a file nothing uses and of a long sentence, and still builds', async () => {
    const long = `${'word '.repeat(40)}end.`;
    const problems = await problemsOf({ 'media/a.svg': SVG, ...inBoth(`# One\n\n${long}\n`) });
    expect(problems).toEqual([
      'sentence-long en/01-one.md:3',
      'sentence-long cy/01-one.md:3',
      'file-unused media/a.svg',
    ]);
  });

  it('never throws, and what it lets through a tablet can read, whatever a lesson holds', async () => {
    const piece = fc.constantFrom(
      ...[
        '# A',
        '## B',
        '---',
        '> [!try] C',
        '> d',
        '- e',
        '1. f',
        '| g | h |',
        '|---|---|',
        '```question',
        '```',
        '{1/2}',
        '**',
        '_',
        '`i`',
      ],
      ...[
        '![j](../media/a.svg)',
        '[k](quiz.yaml)',
        '<l>',
        '\\',
        '',
        'id: q',
        'kind: short',
        'ask: m',
        'accepted: [n]',
        '&amp;',
        '\u0000',
      ],
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 25 }), async (pieces) => {
        const root = await write({ ...inBoth(`# One\n\n${pieces.join('\n')}\n`), 'media/a.svg': SVG });
        const { compiled } = await checkSource(root);
        if (!compiled) return;
        const built = await buildPack({ source: root, out: path.join(root, 'out') });
        expect(built.ok).toBe(true);
      }),
      { numRuns: 150 },
    );
  }, 30_000);

  it('says so when there is no such folder', async () => {
    const { problems } = await checkSource('/no/such/folder');
    expect(problems).toMatchObject([{ code: 'folder-missing' }]);
  });
});

const GAPS = `
title: Test
passMark: 0.7
attempts: 3
mixQuestions: true
questions:
  - id: gaps
    kind: gap-fill
    ask: Fill the gaps.
    text: |
      A *half* of 20 is [half], or [word] [not a gap].

      A quarter is [quarter].
    gaps:
      half: { number: "20/2" }
      word: { accepted: [ten, deg] }
      quarter: { options: [{ text: "4" }, { text: "5", right: true, say: Yes }] }
  - { id: story, kind: essay, ask: Write about your day., marks: 5 }
`;

describe('gap fill and essay', () => {
  it('PACK-27 become questions the player knows, in a pack that says it needs player 2', async () => {
    const source = await write({ 'en/quiz.yaml': GAPS, 'cy/quiz.yaml': GAPS });
    const { problems, compiled } = await checkSource(source);
    expect(problems).toEqual([]);
    const quiz = compiled?.items[1]?.files.get('en')?.content;
    expect(quiz).toMatchObject({
      attempts: 3,
      questions: [
        {
          kind: 'gap-fill',
          text: [
            [
              { kind: 'text', text: 'A ' },
              { kind: 'text', text: 'half', em: true },
              { kind: 'text', text: ' of 20 is ' },
              { kind: 'gap', gapId: 'half' },
              { kind: 'text', text: ', or ' },
              { kind: 'gap', gapId: 'word' },
              { kind: 'text', text: ' [not a gap].' },
            ],
            [
              { kind: 'text', text: 'A quarter is ' },
              { kind: 'gap', gapId: 'quarter' },
              { kind: 'text', text: '.' },
            ],
          ],
          gaps: [{ kind: 'number', answer: 10 }, { kind: 'typed' }, { kind: 'chosen' }],
        },
        { kind: 'essay', limit: 5000, marks: 5 },
      ],
    });
    const built = await buildPack({ source, out: path.join(source, 'out') });
    expect(built).toMatchObject({ ok: true, value: { pack: { manifest: { minPlayer: 2 } } } });
    // PACK-38: the signed manifest says the limit too, so that tablet and gateway fold alike.
    expect(built.ok && built.value.pack.manifest.items.map((item) => item.attempts)).toEqual([undefined, 3]);
  });

  it('PACK-2 asks for no newer player where nothing new is used', async () => {
    const source = await write({});
    expect(await buildPack({ source, out: path.join(source, 'out') })).toMatchObject({
      value: { pack: { manifest: { minPlayer: 1 } } },
    });
  });

  it('are the same in every language, or progress would mean two things', async () => {
    const other = GAPS.replace('number: "20/2"', 'number: 9').replace('attempts: 3', 'attempts: 2');
    expect(await problemsOf({ 'en/quiz.yaml': GAPS, 'cy/quiz.yaml': other })).toEqual([
      'language-differs cy/quiz.yaml',
      'language-differs cy/quiz.yaml',
    ]);
  });

  it('what nobody can mark is not done by a tutor’s word, and the teacher reads what to do', async () => {
    const byHand = (item: string) => PACK.replace('}\n  - { id: test', `${item === 'lesson' ? ', completion: { rule: manual }' : ''} }\n  - { id: test`).replace('minutes: 3', item === 'quiz' ? 'minutes: 3, completion: { rule: manual }' : 'minutes: 3');
    const source = await write({ 'pack.yaml': byHand('lesson') });
    const { problems, compiled } = await checkSource(source);
    expect(compiled).toBeUndefined();
    expect(problems.map(({ code, line }) => [code, line])).toEqual([['completion-never', 11]]);
    expect(problems[0]?.message).toMatch(/no learner could ever finish it.*assignment/);
    expect(await problemsOf({ 'pack.yaml': byHand('quiz') })).toEqual(['completion-never pack.yaml:12']);
    const essays = QUIZ.replace(/- \{.*\}/, '- { id: story, kind: essay, ask: Write. }');
    expect(await problemsOf({ 'pack.yaml': byHand('quiz'), 'en/quiz.yaml': essays, 'cy/quiz.yaml': essays })).toEqual([]);
  });

  it('a quiz of essays alone is done when the tutor says so, and counts no attempts', async () => {
    const essays = QUIZ.replace(/- \{.*\}/, '- { id: story, kind: essay, ask: Write. }');
    const source = await write({ 'en/quiz.yaml': essays, 'cy/quiz.yaml': essays });
    const built = await buildPack({ source, out: path.join(source, 'out') });
    expect(built.ok && built.value.pack.manifest.items[1]?.completion).toEqual({ rule: 'manual' });
    expect(await problemsOf({ 'en/quiz.yaml': `attempts: 2${essays}` })).toContain('question-wrong en/quiz.yaml');
  });
});
