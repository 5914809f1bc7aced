import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkContent, type ContentFile } from './check-content.ts';
import { checkPage } from './check-page.ts';
import { checkScript } from './check-script.ts';
import { checkStyle } from './check-style.ts';
import { followReference } from './follow-reference.ts';

const guide = {
  file: 'content/golf/Pages/one.html',
  has: (path: string) => ['content/golf/pic.png', 'content/golf/pages/two.html'].includes(path.toLowerCase()),
};
const codesOf = (html: string): readonly string[] =>
  checkPage(`<html lang="en"><body>${html}`, guide).map(({ code }) => code);

describe('followReference', () => {
  it.each([
    ['../pic.png', { to: 'inside' }],
    ['two.html?x=1#top', { to: 'inside' }],
    ['../gone%20away.png', { to: 'missing', path: 'content/golf/gone away.png' }],
    ['https://example.com/a', { to: 'outside', host: 'example.com' }],
    ['//cdn.example.com/a.js', { to: 'outside', host: 'cdn.example.com' }],
    ['mailto:a@example.com', { to: 'outside', host: 'a@example.com' }],
    ['#here', { to: 'nowhere' }],
    ['data:image/png;base64,AA', { to: 'nowhere' }],
    ['javascript:void(0)', { to: 'nowhere' }],
    ['/__host/content-shim.js', { to: 'nowhere' }],
  ])('%s', (reference, destination) => {
    expect(followReference(reference, guide)).toEqual(destination);
  });
});

describe('checkPage', () => {
  it('finds what does not work without an internet, with its line', () => {
    const page =
      '<html lang="en">\n<body>\n<a href="https://example.com/more">More</a>\n<script src="//cdn.example.com/jquery.js"></script>';
    expect(checkPage(page, guide)).toEqual([
      expect.objectContaining({ code: 'calls-network', line: 4 }),
      expect.objectContaining({ code: 'link-outside', line: 3 }),
    ]);
  });

  it('finds what leaves somebody out', () => {
    expect(codesOf('<img src="../pic.png">')).toEqual(['alt-missing']);
    expect(codesOf('<img src="../pic.png" alt="">')).toEqual([]);
    expect(codesOf('<video><source src="../pic.png"></video>')).toEqual(['captions-missing']);
    expect(codesOf('<video><track kind="captions" src="../pic.png"></video>')).toEqual([]);
    expect(checkPage('<p>x</p>', guide).map(({ code }) => code)).toEqual(['language-missing']);
  });

  it('finds broken references and ways out', () => {
    expect(codesOf('<a href="three.html">on</a>')).toEqual(['reference-broken']);
    expect(codesOf('<a href="two.html" target="_blank">on</a>')).toEqual(['leaves-pack']);
    expect(codesOf('<input type="file">')).toEqual(['leaves-pack']);
    expect(codesOf('<form action="https://example.com"></form>')).toEqual(['calls-network']);
    expect(codesOf('<object data="game.swf"></object>')).toEqual(['reference-broken', 'not-carried']);
    expect(codesOf('<div style="background:url(gone.png)"></div>')).toEqual(['reference-broken']);
  });

  it('reads the scripts and styles that stand in the page, at their own lines', () => {
    const page = '<html lang="en">\n<script>\nvar a;\nwindow.open("x");\n</script>';
    expect(checkPage(page, guide)).toEqual([expect.objectContaining({ code: 'leaves-pack', line: 4 })]);
  });

  it('never throws, and never falls over deep nesting, whatever the page is', () => {
    fc.assert(fc.property(fc.string(), (text) => Array.isArray(checkPage(text, guide))));
    expect(checkPage('<div>'.repeat(20_000), guide).length).toBeGreaterThan(0);
  });
});

describe('checkScript and checkStyle', () => {
  it.each([
    ['fetch("https://example.com/x")', 'calls-network'],
    ['xhr.open("GET", "http://example.com")', 'calls-network'],
    ['const s = new WebSocket(u)', 'calls-network'],
    ['navigator.serviceWorker.register("/sw.js")', 'leaves-pack'],
    ['window.top.location = "x"', 'leaves-pack'],
    ['await showOpenFilePicker()', 'leaves-pack'],
  ])('%s', (script, code) => {
    expect(checkScript(`\n${script}`)).toEqual([expect.objectContaining({ code, line: 2 })]);
  });

  it('is quiet about an ordinary script', () => {
    expect(checkScript('fetch("data.json"); const link = "https://www.w3.org/2000/svg"; element.open = true;')).toEqual(
      [],
    );
  });

  it('finds fonts from the internet and pictures that are not there', () => {
    const style =
      '@import "https://fonts.example.com/a.css";\nbody { background: url("../gone.png") }\n.x { background: url(../pic.png) }';
    expect(checkStyle(style, guide).map(({ code, line }) => [code, line])).toEqual([
      ['calls-network', 1],
      ['reference-broken', 2],
    ]);
  });
});

describe('checkContent', () => {
  const file = (path: string, type: string, text: string): ContentFile => ({
    path,
    type,
    bytes: text.length,
    readText: () => Promise.resolve(text),
  });

  it('tells the same thing a few times and counts the rest', async () => {
    const page = `<html lang="en">${'<img src="a.png">'.repeat(40)}`;
    const files = [file('content/a/a.png', 'image/png', ''), file('content/a/index.html', 'text/html', page)];
    const problems = await checkContent(files);
    expect(problems).toHaveLength(3);
    expect(problems[2]?.message).toContain('(37 more like this)');
  });

  it('finds a file whose name differs in case alone, as Windows does', async () => {
    const files = [
      file('content/a/Pic.PNG', 'image/png', ''),
      file('content/a/index.html', 'text/html', '<html lang="en"><img alt="x" src="pic.png">'),
    ];
    expect(await checkContent(files)).toEqual([]);
  });
});
