import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** As much of pdfkit's document as drawing a line needs. */
export type Paper = PDFKit.PDFDocument;

/** How a line looks; `size` in points. `code`: letters and digits as they are told apart best, 0 with its slash. */
export type LineLook = { readonly size: number; readonly bold?: boolean; readonly code?: boolean; readonly colour: string };

/**
 * Fonts by what they hold: Atkinson Hyperlegible Next for Latin letters (Welsh ŵ and ŷ lie in its second file), Noto
 * Sans Arabic. Static WOFF files, because variable WOFF2 cannot be cut down to the letters that are used.
 */
const FONT_FILES = {
  latin: '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin',
  more: '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-ext',
  arabic: '@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic',
  // A slashed zero in a date reads like another sign to people who read little (renderer/ui/styles/fonts.css).
  digits: '@fontsource/noto-sans-arabic/files/noto-sans-arabic-latin',
} as const;
type FontName = keyof typeof FONT_FILES;

type Run = { readonly font: FontName; readonly text: string };

/** Puts the fonts of both weights into a document. */
export function registerFonts(paper: Paper): void {
  const { resolve } = createRequire(import.meta.url);
  for (const [name, file] of Object.entries(FONT_FILES))
    for (const weight of ['400', '700']) paper.registerFont(`${name}-${weight}`, readFileSync(resolve(`${file}-${weight}-normal.woff`)));
}

/**
 * Draws one line with its middle at `middle` and its letters standing on `baseline`, each script in a font that has it;
 * smaller until it fits `width`. A line with Arabic in it runs from the right.
 */
export function drawCentred(paper: Paper, text: string, middle: number, baseline: number, width: number, look: LineLook): void {
  const runs = runsInOrder(text, look.code === true);
  const whole = widthOf(paper, runs, look);
  const fitted = { ...look, size: whole <= width ? look.size : Math.max(8, (look.size * width) / whole) };
  let x = middle - widthOf(paper, runs, fitted) / 2;
  for (const run of runs) {
    useFont(paper, run, fitted);
    paper.fillColor(look.colour).text(run.text, x, baseline, { lineBreak: false, baseline: 'alphabetic', features: featuresOf(run) });
    x += paper.widthOfString(run.text, { features: featuresOf(run) });
  }
}

const ARABIC = '\\p{Script=Arabic}';
/** Words of one direction with the spaces between them; marks and spaces that join two directions stand alone. */
const STRETCHES = new RegExp(`${ARABIC}+(?:\\s+${ARABIC}+)*|[^\\s\\p{P}${ARABIC}]+(?:[\\s\\p{P}]+[^\\s\\p{P}${ARABIC}]+)*|.`, 'gu');

/** As much of the Unicode bidirectional rules as one heading needs: stretches of Latin keep their order inside Arabic. */
function runsInOrder(text: string, isCode: boolean): readonly Run[] {
  const stretches = text.match(STRETCHES) ?? [];
  const ordered = new RegExp(ARABIC, 'u').test(text) ? stretches.reverse() : stretches;
  return ordered.flatMap((stretch) => splitRuns(stretch, isCode));
}

/** Runs of letters that one font holds. Spaces stay with the run before them. */
function splitRuns(text: string, isCode: boolean): Run[] {
  const runs: { font: FontName; text: string }[] = [];
  for (const sign of text) {
    const font = (isCode ? 'latin' : fontOf(sign)) ?? runs.at(-1)?.font ?? 'latin';
    const last = runs.at(-1);
    if (last?.font === font) last.text += sign;
    else runs.push({ font, text: sign });
  }
  return runs;
}

/** The font a sign needs; undefined for spaces, which every font has. */
function fontOf(sign: string): FontName | undefined {
  const code = sign.codePointAt(0) ?? 0;
  if (sign === ' ') return undefined;
  if (/\p{Script=Arabic}/u.test(sign)) return 'arabic';
  if (/[0-9]/.test(sign)) return 'digits';
  return code <= 0xff || (code >= 0x2000 && code <= 0x206f) || code === 0x20ac ? 'latin' : 'more';
}

function widthOf(paper: Paper, runs: readonly Run[], look: LineLook): number {
  return runs.reduce((sum, run) => {
    useFont(paper, run, look);
    return sum + paper.widthOfString(run.text, { features: featuresOf(run) });
  }, 0);
}

function useFont(paper: Paper, { font }: Run, { size, bold = false }: LineLook): void {
  paper.font(`${font}-${bold ? '700' : '400'}`).fontSize(size);
}

/** Named features make pdfkit shape a run as a whole; without them it sets word after word from the left, also in Arabic. */
function featuresOf({ font }: Run): PDFKit.Mixins.OpenTypeFeatures[] {
  return font === 'arabic' ? ['rtla', 'rtlm'] : ['kern', 'liga'];
}
