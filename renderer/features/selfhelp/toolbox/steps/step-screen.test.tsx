import { cleanup } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { showScreen } from '../../../../../tests/support/show-screen.tsx';
import { LANGUAGES } from '../../../../text/languages.ts';
import { textFiles } from '../../../../text/namespaces.ts';
import type { TechniqueWords } from '../../../../text/technique-words.ts';
import { startPractising } from '../player.ts';
import { techniqueIds } from '../technique.ts';
import { techniques } from '../techniques.ts';
import { StepScreen } from './step-screen.tsx';

afterEach(cleanup);

/** A key of `toolbox` or `actnow` that came to the screen instead of its words. */
const KEY = /\b(?:rate|choose|write|sort|timer|talk|plan|summary|phase|player|breathe)\.[a-z]\w*/;

describe.each(LANGUAGES)('in %s', (language) => {
  it.each(techniqueIds)('every step of %s comes to the screen with its words', async (id) => {
    const technique = techniques[id];
    const techniqueWords: TechniqueWords = (await textFiles[language].techniques()).text[id];
    const nothing = () => undefined;
    const { container } = await showScreen(
      technique.steps.map((step) => (
        <section key={step.id}>
          <StepScreen technique={technique} step={step} words={techniqueWords.steps[step.id]!} techniqueWords={techniqueWords} answers={startPractising(technique).answers} answer={nothing} keepPlan={async () => true} actNow={nothing} />
        </section>
      )),
      { namespaces: ['toolbox', 'techniques', 'actnow'], language },
    );
    expect(container.textContent).not.toMatch(KEY);
    expect(container.textContent).not.toContain('undefined');
    const silent = [...container.querySelectorAll('section')].filter((section) => section.textContent === '');
    expect(silent).toEqual([]);
    const nameless = [...container.querySelectorAll('button')].filter((button) => button.textContent === '');
    expect(nameless).toEqual([]);
  });
});
