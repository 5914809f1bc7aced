import { SaxesParser } from 'saxes';

/** What a picture is drawn with. All else is refused: an allow-list does not have to know tomorrow's tricks (PACK-22). */
const ELEMENTS = new Set(
  (
    'svg g path rect circle ellipse line polyline polygon text tspan title desc defs linearGradient radialGradient stop ' +
    'clipPath mask pattern symbol use marker'
  ).split(' '),
);

/** Attributes that may name another part of the same picture, as `#name`. */
const REFERENCES = new Set(['href', 'xlink:href']);

/** Namespaces a plain picture declares. */
const NAMESPACES: Readonly<Record<string, string>> = {
  xmlns: 'http://www.w3.org/2000/svg',
  'xmlns:xlink': 'http://www.w3.org/1999/xlink',
};

/** One thing in an SVG that a pack may not carry. */
export type SvgProblem = { readonly line: number; readonly message: string };

/**
 * Checks an SVG picture by parsing it strictly (PACK-22): scripts, event attributes, `foreignObject`, styles with
 * addresses, links, animation, entities and anything from outside are named with their line. Takes the file's text;
 * returns every problem, none when it is safe.
 */
export function checkSvg(text: string): readonly SvgProblem[] {
  const problems: SvgProblem[] = [];
  const parser = new SaxesParser();
  const note = (message: string) => problems.push({ line: parser.line, message });
  let rootName: string | undefined;
  parser.on('doctype', () => note('A DOCTYPE is not allowed. Save it as “plain SVG”.'));
  parser.on('processinginstruction', () => note('A processing instruction is not allowed. Save it as “plain SVG”.'));
  parser.on('error', () => note('This is not a well-formed SVG picture.'));
  parser.on('opentag', (tag) => {
    if (rootName === undefined && tag.name !== 'svg') note('This is not an SVG picture.');
    rootName ??= tag.name;
    if (!ELEMENTS.has(tag.name)) note(`<${tag.name}> is not allowed in a picture. Save it as “plain SVG”.`);
    for (const [name, value] of Object.entries(tag.attributes)) {
      const wrong = attributeProblem(name, value);
      if (wrong !== undefined) note(wrong);
    }
  });
  parser.write(text).close();
  return problems;
}

function attributeProblem(name: string, value: string): string | undefined {
  if (name in NAMESPACES)
    return NAMESPACES[name] === value ? undefined : `${name}="${value}" is not allowed. Save it as “plain SVG”.`;
  if (/^on/i.test(name)) return `${name} would run a program. Take it out.`;
  if (REFERENCES.has(name))
    return /^#[\w-]+$/.test(value) ? undefined : 'A picture may not fetch anything from elsewhere.';
  if (name.includes(':') && !/^xml:(space|lang)$/.test(name)) return `${name} is not allowed. Save it as “plain SVG”.`;
  // Backslashes are how CSS hides words such as url( from a reader.
  if (/\\|@import|javascript:|expression\s*\(/i.test(value)) return `The ${name} of this part is not allowed.`;
  const addresses = value.match(/url\s*\(\s*["']?[^)"']*/gi) ?? [];
  if (addresses.some((address) => !/^url\(\s*["']?#[\w-]+$/i.test(address)))
    return 'A picture may not fetch anything from elsewhere.';
  return undefined;
}
