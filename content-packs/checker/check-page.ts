import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { checkScript } from './check-script.ts';
import { checkStyle } from './check-style.ts';
import type { Finding, ReferenceGuide } from './finding.ts';
import { followReference } from './follow-reference.ts';

type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.ChildNode;

/** Attributes that make a browser fetch a file at once, by element. */
const FETCHED: Readonly<Record<string, readonly string[]>> = {
  img: ['src'],
  script: ['src'],
  link: ['href'],
  iframe: ['src'],
  frame: ['src'],
  source: ['src'],
  video: ['src', 'poster'],
  audio: ['src'],
  track: ['src'],
  embed: ['src'],
  object: ['data'],
  input: ['src'],
};

/**
 * Reads one page as a browser would and returns what would not work in a cell or not for everybody: links and files from
 * the internet, files that are not there, pictures without a description, films without captions, no language.
 * Takes the page's text; never throws, whatever the text is.
 */
export function checkPage(text: string, guide: ReferenceGuide): readonly Finding[] {
  const page = parse(text, { sourceCodeLocationInfo: true });
  const findings: Finding[] = [];
  walk(page.childNodes, (element) => {
    findings.push(...checkElement(element, guide));
  });
  const html = page.childNodes.find((node): node is Element => node.nodeName === 'html');
  if (html !== undefined && attribute(html, 'lang') === undefined && attribute(html, 'xml:lang') === undefined)
    findings.push({
      code: 'language-missing',
      line: 1,
      message: 'The page does not say its language, so it will be read aloud in the wrong voice.',
    });
  return findings;
}

function checkElement(element: Element, guide: ReferenceGuide): readonly Finding[] {
  const line = element.sourceCodeLocation?.startLine ?? 1;
  const say = (code: Finding['code'], message: string): Finding => ({ code, line, message });
  return [
    ...(FETCHED[element.tagName] ?? []).flatMap((name) => checkFetched(attribute(element, name), guide, say)),
    ...checkOwn(element, guide, say),
    ...checkInside(element, line, guide),
  ];
}

type Say = (code: Finding['code'], message: string) => Finding;

function checkFetched(reference: string | undefined, guide: ReferenceGuide, say: Say): readonly Finding[] {
  if (reference === undefined) return [];
  const destination = followReference(reference, guide);
  if (destination.to === 'outside')
    return [
      say(
        'calls-network',
        `It needs a file from ${destination.host}. There is no internet in a cell: put the file into the course.`,
      ),
    ];
  if (destination.to === 'missing')
    return [say('reference-broken', `It needs a file that is not there: ${destination.path}`)];
  return [];
}

function checkOwn(element: Element, guide: ReferenceGuide, say: Say): readonly Finding[] {
  switch (element.tagName) {
    case 'a':
    case 'area':
      return checkLink(element, guide, say);
    case 'img':
      return attribute(element, 'alt') === undefined
        ? [say('alt-missing', 'A picture has no description. Somebody who cannot see it learns nothing from it.')]
        : [];
    case 'video':
      return hasCaptions(element) ? [] : [say('captions-missing', 'A film has no captions.')];
    case 'form':
      return followReference(attribute(element, 'action') ?? '', guide).to === 'outside'
        ? [say('calls-network', 'A form sends what is typed to the internet. On a tablet nothing is sent.')]
        : [];
    case 'input':
      return attribute(element, 'type')?.toLowerCase() === 'file'
        ? [say('leaves-pack', 'It asks for a file of the learner. A tablet has no such window.')]
        : [];
    case 'applet':
      return [say('not-carried', 'It needs Java in the browser, which no browser has any more.')];
    case 'embed':
    case 'object':
      return /\.swf(\?|$)/i.test(attribute(element, 'src') ?? attribute(element, 'data') ?? '')
        ? [say('not-carried', 'It needs Flash, which no browser has any more.')]
        : [];
    default:
      return [];
  }
}

function checkLink(element: Element, guide: ReferenceGuide, say: Say): readonly Finding[] {
  const destination = followReference(attribute(element, 'href') ?? '', guide);
  if (destination.to === 'outside')
    return [
      say(
        'link-outside',
        `A link goes to ${destination.host}. There is no internet in a cell: the link will do nothing.`,
      ),
    ];
  if (destination.to === 'missing')
    return [say('reference-broken', `A link goes to a page that is not there: ${destination.path}`)];
  const target = attribute(element, 'target')?.toLowerCase();
  return target === '_blank'
    ? [say('leaves-pack', 'A link opens another window. On a tablet that window will not open.')]
    : [];
}

/** Scripts and styles that stand in the page itself. */
function checkInside(element: Element, line: number, guide: ReferenceGuide): readonly Finding[] {
  const moved = (findings: readonly Finding[]) => findings.map((one) => ({ ...one, line: one.line + line - 1 }));
  const style = attribute(element, 'style');
  return [
    ...(element.tagName === 'script' ? moved(checkScript(textOf(element))) : []),
    ...(element.tagName === 'style' ? moved(checkStyle(textOf(element), guide)) : []),
    ...(style === undefined ? [] : moved(checkStyle(style, guide))),
  ];
}

function hasCaptions(video: Element): boolean {
  return video.childNodes.some(
    (node) =>
      'tagName' in node &&
      node.tagName === 'track' &&
      ['captions', 'subtitles', undefined].includes(attribute(node, 'kind')),
  );
}

function attribute(element: Element, name: string): string | undefined {
  const found = element.attrs.find(
    (one) => (one.prefix === undefined ? one.name : `${one.prefix}:${one.name}`) === name,
  );
  return found?.value;
}

function textOf(element: Element): string {
  return element.childNodes.map((node) => ('value' in node ? node.value : '')).join('');
}

/** Visits every element, without recursion: a page may be nested deeper than the stack. */
function walk(nodes: readonly Node[], visit: (element: Element) => void): void {
  const waiting = [...nodes];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (!('tagName' in node)) continue;
    visit(node);
    waiting.push(...node.childNodes, ...('content' in node ? node.content.childNodes : []));
  }
}
