/** One caption: seconds from and to, and its words. */
export type Caption = { readonly from: number; readonly to: number; readonly text: string };

/** Captions that were read, or what is wrong with them and on which line. */
export type CheckedCaptions =
  | { readonly ok: true; readonly captions: readonly Caption[] }
  | { readonly ok: false; readonly line: number; readonly message: string };

const TIMING = /^(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3}) --> (?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})(?: .*)?$/;

/** Reads a WebVTT file strictly: header, rising times, words in every caption. NOTE blocks are passed over; styles are refused. */
export function checkCaptions(text: string): CheckedCaptions {
  const lines = text.replaceAll('\r\n', '\n').split('\n');
  if (!/^(\uFEFF)?WEBVTT(\s|$)/.test(lines[0] ?? ''))
    return wrong(1, 'The first line of a caption file must be WEBVTT.');
  const captions: Caption[] = [];
  for (const block of blocksOf(lines)) {
    const [first = ''] = block.lines;
    if (/^NOTE(\s|$)/.test(first)) continue;
    if (/^(STYLE|REGION)(\s|$)/.test(first))
      return wrong(block.line, 'Styles and regions are not used in captions here. Take this part out.');
    const timingAt = first.includes('-->') ? 0 : 1;
    const timing = TIMING.exec(block.lines[timingAt] ?? '');
    if (!timing) return wrong(block.line + timingAt, 'Write the times like this: 00:01.000 --> 00:04.500');
    const from = secondsOf(timing.slice(1, 5));
    const to = secondsOf(timing.slice(5, 9));
    const words = block.lines
      .slice(timingAt + 1)
      .join(' ')
      .replace(/<[^>]*>/g, '')
      .trim();
    if (to <= from) return wrong(block.line + timingAt, 'This caption ends before it begins.');
    if (from < (captions.at(-1)?.from ?? 0))
      return wrong(block.line + timingAt, 'This caption begins before the one above it.');
    if (words === '') return wrong(block.line + timingAt, 'This caption has no words.');
    captions.push({ from, to, text: words });
  }
  return captions.length === 0 ? wrong(1, 'There are no captions in this file.') : { ok: true, captions };
}

type Block = { readonly line: number; readonly lines: readonly string[] };

/** Groups of lines between empty ones, after the header. */
function blocksOf(lines: readonly string[]): readonly Block[] {
  const blocks: { line: number; lines: string[] }[] = [];
  let open = false;
  for (const [at, line] of lines.entries()) {
    if (line.trim() === '') open = false;
    else if (open) blocks.at(-1)?.lines.push(line);
    else {
      blocks.push({ line: at + 1, lines: [line] });
      open = true;
    }
  }
  return blocks.slice(1);
}

function secondsOf(parts: readonly (string | undefined)[]): number {
  const [hours = '0', minutes = '0', seconds = '0', thousandths = '0'] = parts;
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds) + Number(thousandths) / 1000;
}

function wrong(line: number, message: string): CheckedCaptions {
  return { ok: false, line, message };
}
