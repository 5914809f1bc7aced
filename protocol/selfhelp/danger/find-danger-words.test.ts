import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDangerWords } from './find-danger-words.ts';

describe('words of immediate danger', () => {
  it.each([
    'I want to kill myself tonight', 'I just WANT TO DIE.', 'I don’t want to live', "i dont want to be here anymore", 'Been thinking about suicide', 'they would be better off without me', 'I might cut\nmyself',
    'Rwyf eisiau marw', 'dwi isio marw heno', 'meddwl am ladd? na: lladd fy hun', 'hunanladdiad', 'Rwy’n mynd i dorri… torri fy hun',
    'أريد أن أموت', 'اريد ان اموت', 'بدي اموت', 'أفكّر في الانتحار', 'سأقتل نفسي', 'أُؤذي نفسي',
  ])('are found in “%s”', (text) => {
    expect(findDangerWords(text)).toBe(true);
  });

  it.each([
    'Killing time until association', 'The film was to die for', 'My nan died last year and I miss her', 'I cut my finger in the kitchen', 'I made a cup of tea and felt fine',
    'Bu farw fy nhaid llynedd', 'Roedd y bwyd yn iawn', 'ماتت جدتي في العام الماضي', 'أكلت ونمت جيدًا', '', '   ',
  ])('are not seen in “%s”', (text) => {
    expect(findDangerWords(text)).toBe(false);
  });

  it('are found wherever they stand, and whatever the text is, looking never fails', () => {
    fc.assert(fc.property(fc.string({ maxLength: 200 }), fc.string({ maxLength: 200 }), (before, after) => findDangerWords(`${before} . kill myself . ${after}`)));
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 500 }).map((units) => String.fromCharCode(...units)), (text) => typeof findDangerWords(text) === 'boolean'));
  });
});
