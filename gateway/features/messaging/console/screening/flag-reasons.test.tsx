import { render, screen } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { consoleFeatures } from '../../../../console/features.ts';
import { startConsoleText } from '../../../../console/text/start-console-text.ts';
import { flagReasonCodes, tricks } from '../../../../screening/flag.ts';
import { screenBody } from '../../../../screening/screen-body.ts';
import { FlagReasons } from './flag-reasons.tsx';
import { text as ar } from './text/ar.ts';
import { text as cy } from './text/cy.ts';
import { text as en } from './text/en.ts';

beforeAll(() => startConsoleText('en', consoleFeatures.flatMap((feature) => feature.words)));

const show = (body: string) => render(<FlagReasons body={body} marks={[...screenBody(body, null)]} />).container;
const lines = (container: HTMLElement) => [...container.querySelectorAll('li')].map((line) => line.textContent);

describe('the reasons of flags', () => {
  it('say which words, why, and what was seen through', () => {
    expect(lines(show('I will k.i.l.l y.o.u, love')))
      .toContain('“k.i.l.l y.o.u” – May threaten to hurt somebody. Seen through: letters or words written apart or together.');
  });

  it('say nothing of tricks where there was none, and put what only marks last', () => {
    expect(lines(show('Bread is £2. I will kill you.'))).toEqual([
      '“kill you” – May threaten to hurt somebody.',
      '“£2” – Names a sum of money. Marked only. It holds nothing.',
    ]);
  });

  it('show a character that cannot be seen as a box', () => {
    expect(lines(show('pass\u200bword'))[0]).toContain('“▯”');
  });

  it('are not there for a message with no flags, nor for one flagged before there were reasons', () => {
    expect(show('Hello Mum').textContent).toBe('');
    expect(render(<FlagReasons body="£50" marks={[{ code: 'money', start: 0, end: 3 }]} />).container.textContent).toBe('');
  });

  it('say how many more there are after eight', () => {
    show(Array.from({ length: 12 }, (_, at) => `Price £${String(at + 1)}.`).join(' '));
    expect(screen.getByText('And 4 more, marked in the words above.')).toBeTruthy();
  });

  it('have words for every reason and every trick in every language', () => {
    for (const text of [en, cy, ar]) {
      expect(Object.keys(text.why)).toEqual(flagReasonCodes);
      expect(Object.keys(text.trick)).toEqual(tricks);
    }
  });
});
