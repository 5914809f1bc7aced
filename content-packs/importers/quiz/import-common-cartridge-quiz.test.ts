import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { sampleContent } from '../../../tests/support/sample-content.ts';
import type { Supplied } from '../importer.ts';
import { openSupplied } from '../open-supplied.ts';
import { createSourceWriter } from '../source-writer.ts';
import { importQtiQuiz } from './import-qti.ts';

const sample = sampleContent('common-cartridge/all-question-types.imscc');
const ID = 'iaa8f9f400b29e514ea8d28fd7ed067f4';

describe.skipIf(sample === undefined)(
  'the quiz of a Common Cartridge with all kinds (skipped where the sample content is absent)',
  () => {
    let folder: string;
    let supplied: Supplied;
    beforeAll(async () => {
      folder = await mkdtemp(path.join(tmpdir(), 'cartridge-'));
      const opened = await openSupplied(sample ?? '', folder);
      if (!opened.ok) throw new Error(opened.error.sentence);
      supplied = opened.value.supplied;
    });
    afterAll(() => rm(folder, { recursive: true, force: true }));

    it('is carried with every kind our questions have, and the others are listed one by one', async () => {
      const root = path.join(folder, 'source');
      const quiz = { file: `${ID}/assessment_qti.xml`, id: 'all-kinds', title: 'All kinds', language: 'en' };
      const imported = await importQtiQuiz(supplied, quiz, createSourceWriter(root, true));
      if (!imported.ok) throw new Error(imported.error.sentence);
      expect(imported.value.item).toMatchObject({ kind: 'quiz', file: 'all-kinds.yaml', title: 'All kinds' });
      const yaml = parse(await readFile(path.join(root, 'en/all-kinds.yaml'), 'utf8')) as {
        questions: readonly { kind: string }[];
      };
      expect(yaml.questions.map(({ kind }) => kind)).toEqual([
        'single',
        'true-false',
        'multiple',
        'gap-fill',
        'matching',
        'numeric',
        'essay',
      ]);
      expect(imported.value.notCarried.map(({ what, why }) => `${what}: ${why}`)).toEqual([
        'Question “simple”: Its numbers are calculated anew each time. Make a number question of one of them.',
        expect.stringContaining(
          'A part of question “Tell me what you think”: The question is carried without the picture preview',
        ),
        'Question “FILEZ”: It asks for a file. Make an assignment of it.',
        expect.stringContaining('The pass mark'),
      ]);
    });
  },
);
