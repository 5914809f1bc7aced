import { lineOf, type Finding } from './finding.ts';

type Sign = { readonly pattern: RegExp; readonly code: Finding['code']; readonly message: string };

/**
 * Signs that a script wants out (security.md 8.3). They advise and cannot prove: a script can hide what it does, which is
 * why the pack's origin refuses it whatever this finds (PACK-32).
 */
const SIGNS: readonly Sign[] = [
  {
    pattern: /\b(?:fetch|sendBeacon|importScripts|import)\s*\(\s*['"`](?:https?:)?\/\//g,
    code: 'calls-network',
    message: 'A script calls the internet. On a tablet it gets no answer.',
  },
  {
    pattern: /\.open\s*\(\s*['"`](?:GET|POST|PUT)['"`]\s*,\s*['"`](?:https?:)?\/\//gi,
    code: 'calls-network',
    message: 'A script calls the internet. On a tablet it gets no answer.',
  },
  {
    pattern: /\bnew\s+(?:WebSocket|EventSource|RTCPeerConnection|webkitRTCPeerConnection|WebTransport)\s*\(/g,
    code: 'calls-network',
    message: 'A script keeps a line to the internet. On a tablet it gets none.',
  },
  {
    pattern: /\bwindow\.open\s*\(/g,
    code: 'leaves-pack',
    message: 'A script opens another window. On a tablet that window will not open.',
  },
  {
    pattern: /\bserviceWorker\s*\.\s*register\s*\(|\b(?:window\.)?top\.location\s*(?:=|\.(?:href|assign|replace))/g,
    code: 'leaves-pack',
    message: 'A script tries to take over the whole page. A tablet does not let it.',
  },
  {
    pattern: /\bshow(?:OpenFile|SaveFile|Directory)Picker\s*\(|\bshowPicker\s*\(/g,
    code: 'leaves-pack',
    message: 'A script asks for a file of the learner. A tablet has no such window.',
  },
];

/** Looks a script through for signs that it calls the internet or tries to leave its pack. Each sign is told once, where it first stands. */
export function checkScript(text: string): readonly Finding[] {
  return SIGNS.flatMap(({ pattern, code, message }) => {
    const first = text.matchAll(pattern).next().value;
    return first === undefined ? [] : [{ code, message, line: lineOf(text, first.index) }];
  });
}
