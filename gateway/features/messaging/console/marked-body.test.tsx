import { render, screen } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { consoleFeatures } from '../../../console/features.ts';
import { startConsoleText } from '../../../console/text/start-console-text.ts';
import { MarkedBody } from './marked-body.tsx';

beforeAll(() => startConsoleText('en', consoleFeatures.flatMap((feature) => feature.words)));

const show = (body: string, marks: Parameters<typeof MarkedBody>[0]['marks']) => render(<MarkedBody body={body} marks={marks} />).container;
const marked = (container: HTMLElement) => [...container.querySelectorAll('mark')].map((mark) => mark.firstChild?.textContent);

describe('the words of a message', () => {
  it('are all there, in order, with what was flagged marked and named', () => {
    const container = show('Ring 07700 900123 and bring £20', [{ code: 'money', start: 28, end: 31 }, { code: 'phone-number', start: 5, end: 17 }]);
    expect(marked(container)).toEqual(['07700 900123', '£20']);
    expect(screen.getByText('(phone number)')).toBeTruthy();
    expect([...container.querySelectorAll('.moderation-body > *')].map((part) => part.firstChild?.textContent).join('')).toBe('Ring 07700 900123 and bring £20');
  });

  it('lose nothing where flags overlap or reach the end', () => {
    const container = show('abcdef', [{ code: 'link', start: 1, end: 4 }, { code: 'money', start: 2, end: 5 }, { code: 'address', start: 5, end: 6 }]);
    expect(marked(container)).toEqual(['bcd', 'f']);
    expect([...container.querySelectorAll('.moderation-body > *')].map((part) => part.firstChild?.textContent).join('')).toBe('abcdef');
  });

  it('stay text when they look like markup', () => {
    const container = show('<b onclick="x()">bold</b>', []);
    expect(container.querySelector('.moderation-body b')).toBeNull();
    expect(container.textContent).toContain('<b onclick="x()">bold</b>');
  });

  it('find their own direction, so that Arabic reads from the right in any console', () => {
    expect(show('مرحبا', []).querySelector('.moderation-body')?.getAttribute('dir')).toBe('auto');
  });
});
