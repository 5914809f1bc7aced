/** For tests: items of QTI 2 by kind, as a supplier writes them; `asQti3` gives the same in QTI 3's names. */
const item = (identifier: string, declaration: string, body: string, more = ''): string =>
  `<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="${identifier}" title="${identifier}" adaptive="false" timeDependent="false">${declaration}<itemBody>${body}</itemBody>${more}</assessmentItem>`;

const declared = (cardinality: string, baseType: string, values: readonly string[], mapping = ''): string =>
  `<responseDeclaration identifier="RESPONSE" cardinality="${cardinality}" baseType="${baseType}"><correctResponse>${values.map((value) => `<value>${value}</value>`).join('')}</correctResponse>${mapping}</responseDeclaration>`;

/** Items by name. Those after `upload` are of kinds that are not carried. */
export const QTI2_ITEMS: Readonly<Record<string, string>> = {
  choice: item(
    'choice',
    declared('single', 'identifier', ['B']),
    '<p>Look.</p><p><img src="pictures/a%20b.png" alt="A red square"/></p><choiceInteraction responseIdentifier="RESPONSE" shuffle="true" maxChoices="1"><prompt>Which <strong>one</strong>?</prompt><simpleChoice identifier="A">First<feedbackInline outcomeIdentifier="F" identifier="A" showHide="show">No.</feedbackInline></simpleChoice><simpleChoice identifier="B">Second</simpleChoice></choiceInteraction>',
    '<modalFeedback outcomeIdentifier="F" identifier="x" showHide="show"><p>It is the second.</p></modalFeedback>',
  ),
  multiple: item(
    'multiple',
    declared(
      'multiple',
      'identifier',
      ['A', 'C'],
      '<mapping defaultValue="0"><mapEntry mapKey="A" mappedValue="1"/><mapEntry mapKey="C" mappedValue="1"/><mapEntry mapKey="B" mappedValue="-1"/></mapping>',
    ),
    '<choiceInteraction responseIdentifier="RESPONSE" maxChoices="0"><prompt>Which?</prompt><simpleChoice identifier="A">a</simpleChoice><simpleChoice identifier="B">b</simpleChoice><simpleChoice identifier="C">c</simpleChoice></choiceInteraction>',
  ),
  order: item(
    'order',
    declared('ordered', 'identifier', ['C', 'A', 'B']),
    '<orderInteraction responseIdentifier="RESPONSE"><prompt>In order</prompt><simpleChoice identifier="A">two</simpleChoice><simpleChoice identifier="B">three</simpleChoice><simpleChoice identifier="C">one</simpleChoice></orderInteraction>',
  ),
  match: item(
    'match',
    declared('multiple', 'directedPair', ['L1 R2', 'L2 R1']),
    '<matchInteraction responseIdentifier="RESPONSE" maxAssociations="2"><prompt>Pair</prompt><simpleMatchSet><simpleAssociableChoice identifier="L1" matchMax="1">cat</simpleAssociableChoice><simpleAssociableChoice identifier="L2" matchMax="1">dog</simpleAssociableChoice></simpleMatchSet><simpleMatchSet><simpleAssociableChoice identifier="R1" matchMax="1">bark</simpleAssociableChoice><simpleAssociableChoice identifier="R2" matchMax="1">meow</simpleAssociableChoice><simpleAssociableChoice identifier="R3" matchMax="1">moo</simpleAssociableChoice></simpleMatchSet></matchInteraction>',
  ),
  number: item(
    'number',
    declared('single', 'float', ['3.14']),
    '<p>Pi is <textEntryInteraction responseIdentifier="RESPONSE"/></p>',
    '<responseProcessing><responseCondition><responseIf><equal toleranceMode="absolute" tolerance="0.01 0.01"><variable identifier="RESPONSE"/><correct identifier="RESPONSE"/></equal></responseIf></responseCondition></responseProcessing>',
  ),
  words: item(
    'words',
    declared(
      'single',
      'string',
      ['York'],
      '<mapping defaultValue="0"><mapEntry mapKey="York" mappedValue="2" caseSensitive="true"/><mapEntry mapKey="york" mappedValue="1"/></mapping>',
    ),
    '<p>A town called <textEntryInteraction responseIdentifier="RESPONSE"/> lies in the north.</p>',
  ),
  inline: item(
    'inline',
    declared('single', 'identifier', ['G']),
    '<p>The fish is <inlineChoiceInteraction responseIdentifier="RESPONSE"><inlineChoice identifier="R">red</inlineChoice><inlineChoice identifier="G">gold</inlineChoice></inlineChoiceInteraction>.</p>',
  ),
  gapmatch: item(
    'gapmatch',
    declared('multiple', 'directedPair', ['W G1', 'S G2']),
    '<gapMatchInteraction responseIdentifier="RESPONSE"><prompt>Fill in.</prompt><gapText identifier="W" matchMax="1">winter</gapText><gapText identifier="S" matchMax="1">summer</gapText><blockquote><p>Now is the <gap identifier="G1"/> and then <gap identifier="G2"/>.</p></blockquote></gapMatchInteraction>',
  ),
  essay: item(
    'essay',
    '<responseDeclaration identifier="RESPONSE" cardinality="single" baseType="string"/>',
    '<extendedTextInteraction responseIdentifier="RESPONSE"><prompt>Write.</prompt></extendedTextInteraction>',
  ),
  upload: item(
    'upload',
    '<responseDeclaration identifier="RESPONSE" cardinality="single" baseType="file"/>',
    '<uploadInteraction responseIdentifier="RESPONSE"><prompt>Send it.</prompt></uploadInteraction>',
  ),
  hotspot: item(
    'hotspot',
    declared('single', 'identifier', ['A']),
    '<hotspotInteraction responseIdentifier="RESPONSE" maxChoices="1"><prompt>Where?</prompt></hotspotInteraction>',
  ),
  slider: item(
    'slider',
    declared('single', 'integer', ['5']),
    '<sliderInteraction responseIdentifier="RESPONSE" lowerBound="0" upperBound="9"><prompt>How far?</prompt></sliderInteraction>',
  ),
  nothing: item('nothing', '', '<p>Only words.</p>'),
};

/** The same item in the spelling of QTI 3. */
export function asQti3(text: string): string {
  const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const html = /^(p|img|strong|blockquote)$/;
  return text
    .replace(
      /(<\/?)([A-Za-z]+)/g,
      (_, open: string, name: string) => open + (html.test(name) ? name : `qti-${kebab(name)}`),
    )
    .replace(/ ([a-z]+[A-Z][A-Za-z]*)=/g, (_, name: string) => ` ${kebab(name)}=`)
    .replace('imsqti_v2p1', 'imsqtiasi_v3p0');
}

/** A test that names items, in QTI 2. */
export function qti2Test(files: readonly string[]): string {
  const references = files
    .map((file, at) => `<assessmentItemRef identifier="i${String(at)}" href="${file}"/>`)
    .join('');
  return `<assessmentTest xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="t" title="The whole test"><testPart identifier="p" navigationMode="linear" submissionMode="individual"><itemSessionControl maxAttempts="2"/><assessmentSection identifier="s" title="S" visible="true"><ordering shuffle="true"/>${references}</assessmentSection></testPart></assessmentTest>`;
}
