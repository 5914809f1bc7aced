import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { generateKeyPairSync, sign } from 'node:crypto';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import PdfDocument from 'pdfkit';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { makeRawZip, makeZip } from '../../tests/support/make-zip.ts';
import { sampleContent } from '../../tests/support/sample-content.ts';
import { buildPack } from '../builder/build-pack.ts';
import { checkSource } from '../builder/check-source.ts';
import { loadPack } from '../builder/load-pack.ts';
import type { SigningKey } from '../builder/sign-pack.ts';
import { CONTENT_SHIM } from './add-content-shim.ts';
import { importSource } from './import-source.ts';
import { writeVtt } from './write-vtt.ts';

let root = '';
let made = 0;
beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'import-'));
});
afterAll(() => rm(root, { recursive: true }));

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const KEY: SigningKey = {
  trusted: { keyId: 'education-1', role: 'education', publicKey: publicKey.export({ format: 'jwk' }).x ?? '' },
  signBytes: (message) => sign(null, message, privateKey),
};

/** Writes what was supplied, imports it, and checks that a refusal leaves nothing at all behind. */
async function bring(name: string, content: string | Uint8Array | Readonly<Record<string, string | Uint8Array>>) {
  made += 1;
  const folder = path.join(root, String(made));
  await mkdir(folder);
  const isFolder = typeof content === 'object' && !(content instanceof Uint8Array);
  for (const [file, bytes] of Object.entries(isFolder ? content : { '': content })) {
    const place = path.join(folder, name, file);
    await mkdir(path.dirname(place), { recursive: true });
    await writeFile(place, bytes);
  }
  const out = path.join(folder, 'made', 'source');
  const imported = await importSource(path.join(folder, name), out);
  expect((await readdir(folder)).sort()).toEqual(imported.ok ? ['made', name].sort() : [name]);
  if (!imported.ok) expect(imported.error.sentence).toMatch(/^[^\n]{20,400}[.]$/);
  return { imported, out };
}

async function bringGood(...supplied: Parameters<typeof bring>) {
  const { imported, out } = await bring(...supplied);
  if (!imported.ok) throw new Error(imported.error.sentence);
  return { report: imported.value, out };
}

async function refusalOf(...supplied: Parameters<typeof bring>) {
  const { imported } = await bring(...supplied);
  if (imported.ok) throw new Error(`It was imported as ${imported.value.kind}`);
  return imported.error;
}

/** Says the terms, as a teacher does, then checks, builds, signs and verifies. */
async function publish(out: string) {
  const yaml = path.join(out, 'pack.yaml');
  const said = await readFile(yaml, 'utf8');
  await writeFile(yaml, said.replace('licence: unknown', 'licence: CC-BY-4.0').replace('- unknown', '- Somebody'));
  const { problems } = await checkSource(out);
  expect(problems.filter(({ severity }) => severity === 'blocker')).toEqual([]);
  const pack = `${out}.pack`;
  const built = await buildPack({ source: out, out: pack, keys: [KEY] });
  if (!built.ok) throw new Error(JSON.stringify(built.error));
  const loaded = await loadPack(pack, { trust: { keys: [KEY.trusted], threshold: 1, requiredRoles: ['education'] } });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
  return loaded.value;
}

const PAGE = '<!doctype html><html lang="en"><head><title>One</title></head><body>Hello</body></html>';
const scormManifest = (items: string, version = 'adlcp_rootv1p2') => `<?xml version="1.0"?>
<manifest identifier="m" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/${version}">
  <organizations default="o">
    <organization identifier="o"><title>Keeping safe</title>${items}</organization>
    <organization identifier="p"><title>For staff</title></organization>
  </organizations>
  <resources>
    <resource identifier="r1" type="webcontent" adlcp:scormtype="sco" href="one.html?lang=en"><file href="one.html"/></resource>
    <resource identifier="r2" type="webcontent" adlcp:scormtype="asset" href="Two%20words.html"/>
    <resource identifier="r3" type="webcontent" adlcp:scormtype="sco" href="https://example.org/x.html"/>
  </resources>
</manifest>`;
const SCORM_ITEMS = `<item identifier="part"><title>Part one</title>
  <item identifier="i1" identifierref="r1" parameters="&amp;mode=x"><title>First</title><adlcp:masteryscore>80</adlcp:masteryscore><adlcp:datafromlms>seed=1</adlcp:datafromlms></item>
  <item identifier="i2" identifierref="r2"><title>Second</title><adlcp:prerequisites type="aicc_script">i1</adlcp:prerequisites></item>
  <item identifier="i3" identifierref="r3"><title>Away</title></item></item>`;
const cmi5 = (unit: string) => `<courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd">
  <course id="https://example.org/c"><title><langstring lang="cy-GB">Cwrs</langstring></title><description><langstring lang="cy-GB">Am rywbeth</langstring></description></course>
  <objectives><objective id="https://example.org/o"><title><langstring lang="cy-GB">Nod</langstring></title></objective></objectives>
  <block id="https://example.org/b"><title><langstring>Bloc</langstring></title>${unit}</block></courseStructure>`;
const UNIT = `<au id="https://example.org/c/first" moveOn="Passed" masteryScore="0.8" launchMethod="AnyWindow"><title><langstring lang="cy-GB">Uned</langstring></title>
  <url>index.html?a=1</url><launchParameters>{"x":1}</launchParameters></au>`;
const EPUB = {
  mimetype: 'application/epub+zip',
  'META-INF/container.xml': `<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>`,
  'OEBPS/book.opf': `<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/" version="3.0"><metadata><dc:title>Y llyfr</dc:title><dc:language>cy</dc:language><dc:creator>A. Awdur</dc:creator><dc:rights>CC BY 4.0</dc:rights></metadata>
    <manifest><item id="a" href="a%20b.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>`,
  'OEBPS/a b.xhtml':
    '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>a</title></head><body><p>a</p></body></html>',
};
const H5P = {
  'h5p.json': JSON.stringify({
    title: 'True?',
    language: 'en',
    mainLibrary: 'H5P.TrueFalse',
    license: 'CC BY-SA',
    licenseVersion: '4.0',
    authors: [{ name: 'A' }],
    preloadedDependencies: [{ machineName: 'H5P.TrueFalse', majorVersion: '1', minorVersion: 8 }],
  }),
  'content/content.json': '{}',
  'H5P.TrueFalse-1.8/library.json': '{}',
  'H5P.TrueFalse-1.8/old.eot': 'x',
};

async function makePdf(): Promise<Buffer> {
  const pdf = new PdfDocument({ info: { Title: 'A form', Author: 'B' } });
  pdf.text('Hello').addPage().text('Again').end();
  return buffer(pdf);
}

describe('importing and building, signing and verifying what was imported', () => {
  it('SCORM 1.2: items in order, with what the standard says of each', async () => {
    const zip = await makeZip({
      'imsmanifest.xml': scormManifest(SCORM_ITEMS),
      'one.html': PAGE,
      'two words.HTML': PAGE,
      'adlcp_rootv1p2.xsd': '<x/>',
      'notes.docx': 'x',
    });
    const { report, out } = await bringGood('safe.zip', zip);
    expect(report).toMatchObject({ kind: 'scorm12', packId: 'keeping-safe', title: 'Keeping safe', languages: ['en'] });
    expect(report.notCarried.map(({ what }) => what)).toEqual([
      '“Away”',
      'The other contents list “For staff”',
      'The file notes.docx',
      '1 file for other machines',
    ]);
    const { manifest, index } = await publish(out);
    expect(manifest.minPlayer).toBe(2);
    expect(manifest.items).toMatchObject([
      {
        activityId: 'keeping-safe.i1',
        kind: 'scorm12',
        title: { en: 'First' },
        entry: { en: 'content/course/one.html' },
        completion: { rule: 'scorm' },
        params: { parameters: '?lang=en&mode=x', masteryScore: '80', launchData: 'seed=1' },
      },
      { kind: 'web', completion: { rule: 'viewed' }, prerequisites: ['keeping-safe.i1'] },
    ]);
    expect(
      [...index.values()].filter(({ role }) => role === 'content').map(({ path: name, type }) => [name, type]),
    ).toEqual([
      ['content/course/imsmanifest.xml', 'application/xml'],
      ['content/course/one.html', 'text/html'],
      ['content/course/two words.HTML', 'text/html'],
    ]);
    expect(await readFile(path.join(out, 'content/course/one.html'), 'utf8')).toContain(`<head>${CONTENT_SHIM}<title>`);
  });

  it('SCORM 2004: the passing score of its rules; the rules of order are said to be left out', async () => {
    const rules = `<item identifier="i1" identifierref="r1"><title>First</title><imsss:sequencing xmlns:imsss="http://www.imsglobal.org/xsd/imsss">
      <imsss:sequencingRules/><imsss:objectives><imsss:primaryObjective satisfiedByMeasure="true"><imsss:minNormalizedMeasure>0.7</imsss:minNormalizedMeasure></imsss:primaryObjective></imsss:objectives></imsss:sequencing></item>`;
    const zip = await makeZip({ 'top/imsmanifest.xml': scormManifest(rules, 'adlcp_v1p3'), 'top/one.html': PAGE });
    const { report, out } = await bringGood('course.zip', zip);
    expect(report.kind).toBe('scorm2004');
    expect(report.notCarried.map(({ what }) => what)).toContain('Rules of order and navigation');
    expect((await publish(out)).manifest.items[0]?.params).toMatchObject({ scaledPassingScore: '0.7' });
  });

  it('cmi5: units with what they say, in the course’s language; objectives are listed', async () => {
    const { report, out } = await bringGood('c.zip', await makeZip({ 'cmi5.xml': cmi5(UNIT), 'index.html': PAGE }));
    expect(report).toMatchObject({
      kind: 'cmi5',
      languages: ['cy-gb'],
      notCarried: [{ what: 'The objective “Nod”', line: 3 }],
    });
    expect((await publish(out)).manifest.items).toMatchObject([
      {
        activityId: 'cwrs.c-first',
        completion: { rule: 'xapi', verb: 'passed' },
        params: {
          auId: 'https://example.org/c/first',
          moveOn: 'Passed',
          masteryScore: '0.8',
          launchParameters: '{"x":1}',
          parameters: '?a=1',
        },
      },
    ]);
  });

  it('EPUB: the book’s own words about itself, and its pages untouched', async () => {
    const { report, out } = await bringGood('llyfr.epub', await makeZip(EPUB));
    expect(report).toMatchObject({ kind: 'epub', title: 'Y llyfr', languages: ['cy'] });
    const { manifest } = await publish(out);
    expect(manifest).toMatchObject({ licence: 'CC BY 4.0', attribution: ['A. Awdur'] });
    expect(manifest.items[0]?.entry).toEqual({ cy: 'content/course/OEBPS/book.opf' });
    expect(await readFile(path.join(out, 'content/course/OEBPS/a b.xhtml'), 'utf8')).toBe(EPUB['OEBPS/a b.xhtml']);
  });

  it('H5P: carried whole, with the runtime it needs', async () => {
    const { report, out } = await bringGood('q.h5p', await makeZip(H5P));
    expect(report.notCarried).toHaveLength(1);
    const { manifest } = await publish(out);
    expect(manifest).toMatchObject({ licence: 'CC-BY-SA-4.0', runtimes: [{ packId: 'h5p-runtime', minVersion: 1 }] });
    expect(manifest.items[0]).toMatchObject({ kind: 'h5p', completion: { rule: 'xapi', verb: 'answered' } });
  });

  it('PDF: pages, title and author', async () => {
    const { report, out } = await bringGood('Form (2).pdf', await makePdf());
    expect(report).toMatchObject({ kind: 'pdf', title: 'A form', carried: ['2 pages'] });
    const { manifest, index } = await publish(out);
    expect(manifest.items[0]).toMatchObject({ kind: 'pdf', minutes: 4 });
    expect(index.get('content/course/form-2.pdf')).toMatchObject({ role: 'pdf', type: 'application/pdf' });
  });

  it('Markdown: lessons of each language, their pictures and quizzes', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>';
    const quiz = 'title: T\npassMark: 0.5\nquestions:\n  - { id: q1, kind: true-false, ask: Yes?, answer: true }\n';
    const { report, out } = await bringGood('my course', {
      'en/10 last.md': '# Last\n\nBye.\n',
      'en/2 first.md': '---\ntitle: First\n---\nHello.\n\n![A dot](<../pics/Big Dot.svg>)\n',
      'en/quiz.yaml': quiz,
      'cy/10 last.md': '# Olaf\n\n##\n\nHwyl.\n\n##\n\nFawr.\n',
      'cy/2 first.md': '# Cyntaf\n\nHelo.\n\n![Dot](<../pics/Big Dot.svg>)\n',
      'cy/quiz.yaml': quiz,
      'cy/only.md': '# Dim ond\n\nHelo.\n',
      'pics/Big Dot.svg': svg,
      'pics/none.svg': svg,
    });
    expect(report.items.map(({ id, kind }) => [id, kind])).toEqual([
      ['2-first', 'lesson'],
      ['10-last', 'lesson'],
      ['quiz', 'quiz'],
    ]);
    expect(report.notCarried.map(({ what }) => what)).toEqual(['“only.md”', 'The file pics/none.svg']);
    expect(report.languages).toEqual(['en', 'cy']);
    expect(await readFile(path.join(out, 'en/2-first.md'), 'utf8')).toContain(
      '# First\n\nHello.\n\n![A dot](../media/',
    );
    const cy = await readFile(path.join(out, 'cy/10-last.md'), 'utf8');
    expect(cy.match(/^---$/gm)).toHaveLength(1);
    await writeFile(path.join(out, 'en/10-last.md'), '# Last\n\nBye.\n\n---\n\nBye.\n');
    await publish(out);
  });

  it('film with captions beside it, in two languages; SRT becomes WebVTT', async () => {
    const mp4 = Buffer.concat([Buffer.from([0, 0, 0, 16]), Buffer.from('ftypisom'), Buffer.alloc(16)]);
    const srt =
      '1\r\n00:00:00,000 --> 00:00:02,000\r\n<font color="red">Hello</font>\r\n\r\n2\r\n00:00:02,000 --> 00:00:03,500\r\nAgain\r\n';
    const { report, out } = await bringGood(
      'films.zip',
      await makeZip({ 'A talk.mp4': mp4, 'A talk.en.srt': srt, 'A talk.cy.srt': srt }),
    );
    expect(report).toMatchObject({ kind: 'media', languages: ['cy', 'en'], items: [{ id: 'a-talk', kind: 'lesson' }] });
    expect(await readFile(path.join(out, 'media/a-talk.cy.vtt'), 'utf8')).toBe(writeVtt(srt));
    expect(writeVtt(srt)).toContain('00:00:00.000 --> 00:00:02.000\nHello\n');
    const { manifest } = await publish(out);
    expect(manifest.items[0]?.kind).toBe('lesson');
  });

  it('captions that belong to no film are reported, and say nothing about the language of the course', async () => {
    const mp4 = Buffer.concat([Buffer.from([0, 0, 0, 16]), Buffer.from('ftypisom')]);
    const { report } = await bringGood('talks', { 'talk.mp4': mp4, 'spoken.fr.vtt': 'WEBVTT\n' });
    expect(report).toMatchObject({ kind: 'media', languages: ['en'], notCarried: [{ what: 'The file spoken.fr.vtt' }] });
    expect(report.toSay).toEqual((await bringGood('talk.mp4', mp4)).report.toSay);
  });

  it('pages with a film: captions that no page names are reported', async () => {
    const page = '<html lang="en"><head><title>Talks</title></head><body><video><track src="one%20two.vtt"></video></body></html>';
    const { report } = await bringGood('talks', { 'index.html': page, 'talk.mp4': 'x', 'one two.vtt': 'WEBVTT', 'en/other.vtt': 'WEBVTT' });
    expect(report).toMatchObject({ kind: 'web', notCarried: [{ what: 'The captions en/other.vtt', file: 'en/other.vtt' }] });
  });

  it.each([
    ['captions of the same name in another folder', '<video><track src="en/talk.vtt"></video>', {}, ['cy/talk.vtt']],
    ['captions whose name another name ends with', '<video><track src="en/talk.vtt"><track src="/cy/walk talk.vtt"></video>', {}, ['cy/talk.vtt']],
    ['a reference from the top, where the course does not lie', '<video><track src="/en/talk.vtt"></video>', {}, ['cy/talk.vtt', 'en/talk.vtt']],
    ['a page that only speaks of it', '<p>The file is talk.vtt</p><track src="cy/talk.vtt?v=2">', {}, ['en/talk.vtt']],
    ['a player set up in an attribute, and data that a script fetches', `<video data-setup='{"tracks":[{"src":"en\\/talk.vtt"}]}'></video>`, { 'data/films.json': '{"captions":"../cy/talk.vtt"}' }, []],
    ['a page nested deeper than any stack', `${'<b>'.repeat(20_000)}<track src="EN/talk.vtt"><track src="cy/talk.vtt">`, {}, []],
    ['a script that names it as its page sees it', `<script>play("en/talk.vtt")</script>`, { 'js/play.js': "track.src = 'cy/talk.vtt';" }, []],
  ])('captions are those that a reference leads to: %s', async (_what, body, more, unused) => {
    const { report } = await bringGood('talks', { 'index.html': `<html lang="en"><title>Talks</title>${body}</html>`, 'en/talk.vtt': 'WEBVTT', 'cy/talk.vtt': 'WEBVTT', ...more });
    expect(report.notCarried.map(({ file }) => file).sort()).toEqual(unused);
  });

  it.each([
    ['1.2', 'while (win.API == null) win = win.parent; win.API.LMSInitialize("");'],
    ['2004', 'var api = window.parent.API_1484_11;'],
  ])('a SCORM %s course without its manifest is brought as pages, and the report says that no scores come', async (_version, script) => {
    const { report } = await bringGood('golf', { 'index.html': '<html><title>Golf</title></html>', 'js/course.js': script });
    expect(report).toMatchObject({ kind: 'web', notCarried: [{ what: 'Scores and progress of a SCORM course', file: 'js/course.js' }] });
    const plain = await bringGood('golf', { 'index.html': '<html><title>Golf</title></html>', 'js/course.js': 'var swing;' });
    expect(plain.report.notCarried).toEqual([]);
  });

  it('film without captions: imported, and stopped by the checker until it has them', async () => {
    const mp4 = Buffer.concat([Buffer.from([0, 0, 0, 16]), Buffer.from('ftypisom')]);
    const { out } = await bringGood('talk.mp4', mp4);
    const { problems } = await checkSource(out);
    expect(problems.map(({ code }) => code)).toContain('captions-missing');
  });

  it('Common Cartridge: pages with mended links and PDFs in order; what a tablet cannot give is listed', async () => {
    const resource = (id: string, type: string, file: string) =>
      `<resource identifier="${id}" type="${type}" href="${file}"><file href="${file}"/></resource>`;
    const manifest = `<manifest identifier="m" xmlns="http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"><metadata><schema>IMS Common Cartridge</schema><schemaversion>1.1.0</schemaversion></metadata>
      <organizations><organization identifier="o"><item identifier="root"><item identifier="a" identifierref="r1"><title>Page one</title></item><item identifier="b" identifierref="r2"><title>Talk</title></item><item identifier="c" identifierref="r4"><title>Read</title></item></item></organization></organizations>
      <resources>${resource('r1', 'webcontent', 'wiki_content/one.html')}${resource('r2', 'imsdt_xmlv1p1', 'talk.xml')}${resource('r3', 'webcontent', 'web_resources/a b.png')}${resource('r4', 'webcontent', 'web_resources/read.pdf')}</resources></manifest>`;
    const page =
      '<html><head><title>x</title></head><body><img src="$IMS-CC-FILEBASE$/a%20b.png?canvas=1"><a href="%24WIKI_REFERENCE%24/pages/one">1</a></body></html>';
    const { report, out } = await bringGood(
      'course.imscc',
      await makeZip({
        'imsmanifest.xml': manifest,
        'wiki_content/one.html': page,
        'talk.xml': '<t/>',
        'web_resources/a b.png': 'x',
        'web_resources/read.pdf': await makePdf(),
      }),
    );
    expect(report).toMatchObject({
      kind: 'common-cartridge',
      items: [
        { kind: 'web', title: 'Page one' },
        { kind: 'pdf', title: 'Read' },
      ],
    });
    expect(report.notCarried.map(({ what }) => what)).toEqual(['The discussion “Talk”']);
    const written = await readFile(path.join(out, 'content/course/wiki_content/one.html'), 'utf8');
    expect(written).toContain('src="../web_resources/a%20b.png"');
    expect(written).toContain('href="one.html"');
    await publish(out);
  });

  it('a course of a thousand items', async () => {
    const items = Array.from(
      { length: 1000 },
      (_, at) => `<item identifier="i${at}" identifierref="r1"><title>Item ${at}</title></item>`,
    );
    const { report, out } = await bringGood(
      'big.zip',
      await makeZip({ 'imsmanifest.xml': scormManifest(items.join('')), 'one.html': PAGE }),
    );
    expect(report.items).toHaveLength(1000);
    const { manifest } = await publish(out);
    expect(manifest.items).toHaveLength(1000);
    expect(manifest.fileLists).toHaveLength(1);
  }, 60_000);
});

describe('what is refused, with a sentence, and with nothing left', () => {
  const entities = '<!DOCTYPE m [<!ENTITY x SYSTEM "file:///etc/passwd">]>';
  it.each<[string, string, () => Promise<string | Uint8Array>, string]>([
    ['nothing in it', 'a.pdf', async () => '', 'empty'],
    ['text called an archive', 'a.zip', async () => 'hello', 'not-what-it-says'],
    ['half an archive', 'a.zip', async () => (await makeZip({ 'a.html': PAGE })).subarray(0, 60), 'archive-broken'],
    ['a picture called a PDF', 'a.pdf', async () => Buffer.from([0x89, 0x50, 0x4e, 0x47]), 'not-what-it-says'],
    ['a PDF cut short', 'a.pdf', async () => (await makePdf()).subarray(0, 200), 'description-broken'],
    ['text called a film', 'a.mp4', async () => 'hello hello hello', 'not-what-it-says'],
    ['something nobody knows', 'a.xyz', async () => 'hello', 'kind-unknown'],
    ['an archive of office files', 'a.zip', () => makeZip({ 'a.docx': 'x' }), 'kind-unknown'],
    ['a name that climbs', 'a.zip', () => makeRawZip([['../a.html', PAGE]]), 'archive-unsafe'],
    [
      'SCORM without its manifest',
      'a.zip',
      () => makeZip({ 'index.html': PAGE, 'adlcp_rootv1p2.xsd': 'x' }),
      'file-missing',
    ],
    [
      'SCORM with entities',
      'a.zip',
      () => makeZip({ 'imsmanifest.xml': entities + scormManifest(SCORM_ITEMS), 'one.html': PAGE }),
      'description-broken',
    ],
    [
      'SCORM with broken XML',
      'a.zip',
      () => makeZip({ 'imsmanifest.xml': '<manifest><a></manifest>' }),
      'description-broken',
    ],
    [
      'SCORM without its page',
      'a.zip',
      () => makeZip({ 'imsmanifest.xml': scormManifest(SCORM_ITEMS) }),
      'file-missing',
    ],
    [
      'cmi5 on the internet',
      'a.zip',
      () => makeZip({ 'cmi5.xml': cmi5(UNIT.replace('index.html', 'https://example.org/')) }),
      'not-playable',
    ],
    [
      'cmi5 with a score of 80',
      'a.zip',
      () => makeZip({ 'cmi5.xml': cmi5(UNIT.replace('0.8', '80')), 'index.html': PAGE }),
      'description-broken',
    ],
    [
      'EPUB with a file missing',
      'a.epub',
      () =>
        makeZip({ ...EPUB, 'OEBPS/a b.xhtml': '', 'OEBPS/book.opf': EPUB['OEBPS/book.opf'].replace('a%20b', 'gone') }),
      'file-missing',
    ],
    [
      'EPUB that is locked',
      'a.epub',
      () =>
        makeZip({
          ...EPUB,
          'META-INF/encryption.xml':
            '<encryption><EncryptedData><EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#aes256-cbc"/></EncryptedData></encryption>',
        }),
      'not-playable',
    ],
    [
      'H5P without its program',
      'a.h5p',
      () => makeZip({ 'h5p.json': H5P['h5p.json'], 'content/content.json': '{}' }),
      'file-missing',
    ],
    [
      'H5P that shows the internet',
      'a.h5p',
      () => makeZip({ ...H5P, 'h5p.json': H5P['h5p.json'].replaceAll('H5P.TrueFalse', 'H5P.IFrameEmbed') }),
      'not-playable',
    ],
    ['pages without a first one', 'a.zip', () => makeZip({ 'a.html': PAGE, 'b.html': PAGE }), 'nothing-to-learn'],
  ])('%s', async (_, name, content, code) => {
    expect((await refusalOf(name, await content())).code).toBe(code);
  });

  it('a place where something is already', async () => {
    const { out } = await bringGood('page.html', PAGE);
    const again = await importSource(path.join(out, '../../page.html'), out);
    expect(again).toMatchObject({ ok: false, error: { code: 'place-taken' } });
    expect(await readdir(out)).toContain('pack.yaml');
  });

  it('never throws, whatever the description of a course says', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('imsmanifest.xml', 'cmi5.xml', 'h5p.json', 'META-INF/container.xml'),
        fc.oneof(fc.string(), fc.constantFrom(scormManifest(SCORM_ITEMS), cmi5(UNIT), H5P['h5p.json'])),
        fc.nat(400),
        fc.string({ maxLength: 5 }),
        async (name, text, at, put) => {
          await bring('a.zip', await makeZip({ [name]: text.slice(0, at) + put + text.slice(at), 'index.html': PAGE }));
        },
      ),
      { numRuns: 60 },
    );
  }, 60_000);
});

const GOOD = [
  'scorm/golf-scorm-2004.zip',
  'cmi5/single_au_basic_framed.zip',
  'common-cartridge/allyworkshop.imscc',
  'common-cartridge/all-question-types.imscc',
  'epub/accessible_epub_3.epub',
  'epub/childrens-literature.epub',
  'h5p/fill-in-the-blank.h5p',
  'h5p/true-false.h5p',
  'media/sample_doc_with_toc.pdf',
  'stories',
];
const BAD = [
  'cmi5/bad-201-1-iris-course-id.xml',
  'cmi5/bad-205-3-duplicated-au.xml',
  'cmi5/bad-206-1-invalid-au-url.xml',
  'cmi5/bad-209-1-not-a-zip.zip',
  'epub/bad-missing-item.epub',
  'media/broken.pdf',
  'media/basic.vtt',
];

describe.skipIf(sampleContent('README.md') === undefined)(
  'real course files (skipped where the sample content is absent)',
  () => {
    it.each(GOOD)(
      '%s is imported, checked, built, signed and verified',
      async (name) => {
        made += 1;
        const out = path.join(root, String(made));
        const imported = await importSource(sampleContent(name) ?? '', out);
        if (!imported.ok) throw new Error(imported.error.sentence);
        expect(parse(await readFile(path.join(out, 'pack.yaml'), 'utf8'))).toMatchObject({ id: imported.value.packId });
        const { index } = await publish(out);
        expect(index.size).toBeGreaterThan(0);
      },
      60_000,
    );

    it.each(BAD)('%s is refused in a sentence, and nothing is left', async (name) => {
      made += 1;
      const out = path.join(root, String(made));
      const imported = await importSource(sampleContent(name) ?? '', out);
      expect(imported.ok).toBe(false);
      expect((await readdir(root)).filter((one) => one === String(made) || one.startsWith('.'))).toEqual([]);
    });

    it.each(['media/high_res_sample.mp4', 'media/sample_audio.mp3'])(
      '%s is imported and waits for its words',
      async (name) => {
        made += 1;
        const out = path.join(root, String(made));
        expect((await importSource(sampleContent(name) ?? '', out)).ok).toBe(true);
        expect((await checkSource(out)).problems.map(({ code }) => code)).toContain('transcript-missing');
      },
    );
  },
);
