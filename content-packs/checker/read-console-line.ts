import type { ProblemCode } from '../builder/problem.ts';

/** What a console error means to a teacher. */
export type ConsoleMeaning = { readonly code: ProblemCode; readonly message: string };

/** Addresses of the preview itself, which mean the pack's own files. */
const OWN = /^https?:\/\/([a-z0-9-]+\.packs\.)?throughline\.localhost(:\d+)?\//;

/**
 * Reads one error line of Chromium's console. A refusal by the content security policy names what the item tried to
 * reach; a missing file is heard from the network itself and says nothing here. Undefined where it means nothing.
 */
export function readConsoleLine(text: string): ConsoleMeaning | undefined {
  if (/Failed to load resource/.test(text) && OWN.test(addressIn(text) ?? OWN_ADDRESS)) return undefined;
  if (/Content Security Policy|net::ERR_|ERR_BLOCKED_BY/.test(text)) {
    const address = addressIn(text);
    if (address === undefined || OWN.test(address))
      return { code: 'script-fails', message: `It tries something that packs may not do: ${shorten(text)}` };
    return {
      code: 'calls-network',
      message: `It tries to reach ${hostOf(address)}, which no tablet can. That part will stay empty.`,
    };
  }
  if (/sandboxed|allow-popups|allow-top-navigation|allow-modals/.test(text))
    return { code: 'leaves-pack', message: `It tries to leave its place on the screen. A tablet does not let it.` };
  return { code: 'script-fails', message: `A script said that something is wrong: ${shorten(text)}` };
}

const OWN_ADDRESS = 'http://throughline.localhost/';

function addressIn(text: string): string | undefined {
  return /\b(?:https?|wss?):\/\/[^\s'"<>)]+/.exec(text)?.[0];
}

function hostOf(address: string): string {
  try {
    return new URL(address).host;
  } catch {
    return address;
  }
}

function shorten(text: string): string {
  const [line = ''] = text.split('\n');
  return line.length > 200 ? `${line.slice(0, 200)}…` : line;
}
