import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allBelow, childOf, readXml, textOf } from './read-xml.ts';

describe('readXml', () => {
  it('reads elements, attributes, text and CDATA without prefixes, with lines', () => {
    const read = readXml(
      '<?xml version="1.0"?>\n<a:quiz xmlns:a="x" xml:lang="en">\n<q>1 &lt; 2</q><q><![CDATA[<b>]]></q></a:quiz>',
    );
    expect(read).toMatchObject({ ok: true, value: { name: 'quiz', attributes: { lang: 'en' } } });
    const root = read.ok ? read.value : undefined;
    expect(allBelow(root, 'q').map(textOf)).toEqual(['1 < 2', '<b>']);
    expect(childOf(root, 'q')?.line).toBe(3);
  });

  it('passes over a document type that only names a DTD, and fetches nothing', () => {
    expect(readXml('<!DOCTYPE questestinterop SYSTEM "http://example.org/x.dtd"><questestinterop/>').ok).toBe(true);
  });

  it.each([
    ['an entity of its own', '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a>', 'unsafe'],
    ['entities that grow', '<!DOCTYPE a [<!ENTITY e "ha"><!ENTITY f "&e;&e;">]><a>&f;</a>', 'unsafe'],
    ['an entity nobody declared', '<a>&nbsp;</a>', 'broken'],
    ['a tag that is not closed', '<a><b></a>', 'broken'],
    ['no element at all', '  ', 'broken'],
    ['elements without end', '<a>'.repeat(1000), 'too-large'],
  ])('refuses %s', (_, text, code) => {
    expect(readXml(text)).toMatchObject({ ok: false, error: { code } });
  });

  it('never throws, whatever the text', () => {
    const bit = fc.constantFrom(
      '<a>',
      '</a>',
      '<',
      '>',
      '&',
      ';',
      '"',
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      '<!DOCTYPE',
      '[',
      ' x="1"',
      'words',
      '\0',
      '\ud800',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(bit, fc.string())), (parts) => {
        readXml(parts.join(''));
      }),
    );
  });
});
