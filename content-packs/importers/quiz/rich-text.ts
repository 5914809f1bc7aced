/** A picture that some text names, by its address there. */
export type PictureNamed = { readonly src: string; readonly alt: string };

/**
 * Text of a supplied question in the form of our source files: paragraphs of small Markdown, the pictures it names, and
 * what it had that they cannot hold, each in words.
 */
export type RichText = {
  readonly paragraphs: readonly string[];
  readonly pictures: readonly PictureNamed[];
  readonly lost: readonly string[];
};

/** No text. */
export const NO_TEXT: RichText = { paragraphs: [], pictures: [], lost: [] };

/** The paragraphs as one text of a source file, an empty line between them. */
export function asParagraphs(text: RichText): string {
  return text.paragraphs.join('\n\n');
}

/** The paragraphs as one line with breaks in it, where a source file has only one: choices, hints, feedback. */
export function asLine(text: RichText): string {
  return text.paragraphs.join('\\\n');
}

/** One text after the other. */
export function joinTexts(...texts: readonly RichText[]): RichText {
  return {
    paragraphs: texts.flatMap(({ paragraphs }) => paragraphs),
    pictures: texts.flatMap(({ pictures }) => pictures),
    lost: texts.flatMap(({ lost }) => lost),
  };
}

/** The words of the text with no marks in it: for answers that are compared, never drawn. */
export function asPlain(text: RichText): string {
  return text.paragraphs
    .join(' ')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .trim();
}
