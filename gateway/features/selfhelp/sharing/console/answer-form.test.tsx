import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { encodeBase64Url } from '#protocol/base64.ts';
import { consoleFeatures } from '../../../../console/features.ts';
import { startConsoleText } from '../../../../console/text/start-console-text.ts';
import { text as consoleEnglish } from '../../../../console/text/en.ts';
import { AnswerForm } from './answer-form.tsx';
import { text as english } from './text/en.ts';

const real = globalThis.fetch;

beforeAll(() => startConsoleText('en', consoleFeatures.flatMap((feature) => feature.words)));
afterEach(() => {
  globalThis.fetch = real;
});

test('an answer whose reply was lost goes as the same one again, and other words as another', async () => {
  const ids: string[] = [];
  let lost = true;
  globalThis.fetch = async (_url, init) => {
    ids.push((JSON.parse(init?.body as string) as { answerId: string }).answerId);
    if (lost) throw new TypeError('cut off');
    return Response.json({ done: true });
  };
  render(<AnswerForm shareId="00000000-0000-4000-8000-000000000001" answerKey={encodeBase64Url(new Uint8Array(32))} onAnswered={() => undefined} />);
  const write = (words: string) => { fireEvent.change(screen.getByLabelText(english.answer.words), { target: { value: words } }); };
  const send = async (count: number) => {
    fireEvent.click(await screen.findByRole('button', { name: english.answer.send }));
    await waitFor(() => { expect(ids).toHaveLength(count); });
  };
  write('Come and see me');
  await send(1);
  await screen.findByText(consoleEnglish.failure.offline);
  await send(2);
  expect(ids[1]).toBe(ids[0]);
  await screen.findByText(consoleEnglish.failure.offline);
  write('Come on Monday');
  await send(3);
  expect(ids[2]).not.toBe(ids[0]);
  lost = false;
  await screen.findByRole('button', { name: english.answer.send });
  await send(4);
  expect(ids[3]).toBe(ids[2]);
  await screen.findByText(english.answer.sent);
  write('Come on Monday');
  await send(5);
  expect(ids[4], 'said twice on purpose').not.toBe(ids[2]);
});
