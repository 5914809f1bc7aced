import { describe, expect, it } from 'vitest';
import { readConsoleLine } from './read-console-line.ts';

describe('readConsoleLine', () => {
  it('names the host that an item tried to reach, and that no tablet can', () => {
    const line =
      "Refused to connect to 'https://tracker.example.com/hit?x=1' because it violates the following Content Security Policy directive: \"connect-src 'self'\".";
    expect(readConsoleLine(line)).toEqual({
      code: 'calls-network',
      message: 'It tries to reach tracker.example.com, which no tablet can. That part will stay empty.',
    });
  });

  it('says nothing of a missing file of the pack, which the network itself tells', () => {
    expect(
      readConsoleLine('Failed to load resource: the server responded with a status of 404 (Not Found)'),
    ).toBeUndefined();
  });

  it('takes a refusal without an address for something packs may not do', () => {
    const said = readConsoleLine(
      'Refused to evaluate a string because of the Content Security Policy directive: "script-src \'self\'".',
    );
    expect(said).toMatchObject({ code: 'script-fails' });
  });

  it('tells a blocked window from a failing script', () => {
    expect(
      readConsoleLine(
        "Blocked opening 'about:blank' in a new window because the request was made in a sandboxed frame whose 'allow-popups' permission is not set.",
      ),
    ).toMatchObject({ code: 'leaves-pack' });
    expect(readConsoleLine('Uncaught TypeError: x is not a function')).toMatchObject({ code: 'script-fails' });
  });

  it('keeps a long line short, so that a report stays readable', () => {
    expect(readConsoleLine('x'.repeat(5000))?.message.length).toBeLessThan(300);
  });
});
