import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { screenBody } from './screen-body.ts';

const flagsIn = (body: string, own: string | null = null) => screenBody(body, own).filter((flag) => flag.hint !== true);
const marked = (body: string) => flagsIn(body).map((flag) => body.slice(flag.start, flag.end));

/** Says the same in another way; each is a trick people use. */
const HIDINGS: Readonly<Record<string, (text: string) => string>> = {
  'capital letters': (text) => text.toUpperCase(),
  'accents': (text) => text.replaceAll('a', 'á').replaceAll('e', 'ë').replaceAll('o', 'ô'),
  'invisible characters': (text) => text.replaceAll(/(?<=\p{L})(?=\p{L})/gu, '\u2060'),
  'soft hyphens': (text) => text.replaceAll(/(?<=\p{L})(?=\p{L})/gu, '\u00ad'),
  'Cyrillic letters': (text) => text.replaceAll('a', 'а').replaceAll('o', 'о').replaceAll('e', 'е').replaceAll('c', 'с'),
  'Greek letters': (text) => text.replaceAll('o', 'ο').replaceAll('v', 'ν'),
  'fullwidth letters': (text) => text.replaceAll(/[a-z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)),
  'bold letters': (text) => text.replaceAll(/[a-z]/g, (letter) => String.fromCodePoint(0x1d400 + 26 + letter.charCodeAt(0) - 97)),
  'boxed letters': (text) => text.replaceAll(/[a-z]/g, (letter) => String.fromCodePoint(0x1f130 + letter.charCodeAt(0) - 97)),
  'signs for letters': (text) => text.replaceAll('e', '3').replaceAll('o', '0').replaceAll('s', '$'),
  'letters repeated': (text) => text.replaceAll(/([aeiou])/g, '$1$1$1$1'),
  'full stops': (text) => text.replaceAll(/(?<=\p{L})(?=\p{L})/gu, '.'),
  'spaces': (text) => Array.from(text.replaceAll(' ', '')).join(' '),
  'marks over letters': (text) => text.replaceAll(/([a-z])/g, '$1\u0336\u0301'),
};
/** Those that may follow each other without spoiling what the other did. */
const COMPOSABLE = ['capital letters', 'accents', 'soft hyphens', 'Cyrillic letters', 'Greek letters', 'letters repeated', 'full stops', 'marks over letters'];
const SENTENCES = [
  ['I will kill you when I am out', 'threat'],
  ['get me some cocaine', 'drugs'],
  ['zabije cie jak wyjde', 'threat'],
  ['te voy a matar', 'threat'],
  ['vreau sa evadez', 'escape'],
  ['i want to die', 'self-harm'],
  ['dwi am ddianc o fan hyn', 'escape'],
] as const;

describe('a phrase is found', () => {
  it.each(Object.entries(HIDINGS))('behind %s', (_name, hide) => {
    for (const [sentence, code] of SENTENCES) expect(flagsIn(hide(sentence)).map((flag) => flag.code), hide(sentence)).toContain(code);
  });

  it('behind any three tricks on top of each other', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SENTENCES), fc.array(fc.constantFrom(...COMPOSABLE), { minLength: 3, maxLength: 3 }), ([sentence, code], names) => {
        const body = names.reduce((text, name) => HIDINGS[name]?.(text) ?? text, sentence.toLowerCase());
        expect(flagsIn(body).map((flag) => flag.code), body).toContain(code);
      }),
    );
  });

  it.each([
    ['backwards', Array.from('i will kill you').reverse().join(''), 'backwards'],
    ['upside down', 'noʎ llᴉʞ llᴉʍ ᴉ', 'backwards'],
    ['in base64', 'hi aSB3aWxsIGtpbGwgeW91', 'encoded'],
    ['in hexadecimal digits', '692077696c6c206b696c6c20796f75', 'encoded'],
    ['in character references', '&#107;&#105;&#108;&#108;&#32;&#121;&#111;&#117;', 'encoded'],
    ['thirteen letters further', 'v jvyy xvyy lbh', 'encoded'],
    ['in tag characters', Array.from('kill you', (c) => String.fromCodePoint(0xe0000 + c.charCodeAt(0))).join(''), 'invisible'],
    ['with spaces in the wrong places', 'im go ing to ki ll yo u', 'apart'],
    ['with no spaces', 'iwillkillyoutomorrow', 'apart'],
  ])('%s, and says which trick was seen through', (_name, body, trick) => {
    const threat = flagsIn(body).find((flag) => flag.code === 'threat');
    expect(threat?.tricks).toContain(trick);
  });
});

describe('a flag', () => {
  it.each([
    ['Dear Mum, s.p.i.c.e please', 's.p.i.c.e'],
    ['well, ｋｉｌｌ ｙｏｕ then', 'ｋｉｌｌ ｙｏｕ'],
    ['my number is oh seven seven double oh, nine oh oh one two three!', 'oh seven seven double oh, nine oh oh one two three'],
    ['x 0️⃣7️⃣7️⃣0️⃣0️⃣9️⃣0️⃣0️⃣1️⃣2️⃣3️⃣ x', '0️⃣7️⃣7️⃣0️⃣0️⃣9️⃣0️⃣0️⃣1️⃣2️⃣3'],
    ['الرقم ٠٧٧٠١٢٣٤٥٦٧ هنا', '٠٧٧٠١٢٣٤٥٦٧'],
    ['see aSB3aWxsIGtpbGwgeW91 ok', 'aSB3aWxsIGtpbGwgeW91'],
  ])('in %j marks the very characters: %j', (body, part) => {
    expect(marked(body)).toContain(part);
  });

  it('says why it is there, and no trick when there was none', () => {
    expect(screenBody('I will kill you', null)).toEqual([{ code: 'threat', reason: 'violence', start: 7, end: 15 }]);
  });

  it('is a hint for a price, and no hint when money is asked for', () => {
    expect(screenBody('Bread is £2 now', null)).toEqual([{ code: 'money', reason: 'amount', start: 9, end: 11, hint: true }]);
    expect(flagsIn('Send me £50 on Friday').map((flag) => flag.reason)).toEqual(['asks-for-money']);
  });

  it('is not lost behind many hints', () => {
    expect(flagsIn(`${'£1 '.repeat(200)} I will kill you`).map((flag) => flag.code)).toEqual(['threat']);
  });

  it('stays inside the body, whatever the body is', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string({ unit: 'binary', maxLength: 8 }), fc.constantFrom('07700', '\u200d', 'ki ll you ', '£5', 'aSB3aWxsIGtpbGwgeW91', '🇰', '0️⃣', 'nine ', 'сoc', '\ud800')), { maxLength: 60 }), (parts) => {
        const body = parts.join('');
        for (const flag of screenBody(body, null)) expect([flag.start >= 0, flag.start < flag.end, flag.end <= body.length]).toEqual([true, true, true]);
      }),
    );
  });
});

describe('words of self-harm', () => {
  it.each([
    'I will k1ll myself', 'killll myself', 'k i l l myself', 'k.i.l.l.i.n.g my.self', 'eSBraWxsIG15c2VsZiE= k1ll my self',
    'dwi am l a d d fy hun', 'h u n a n l a d d i a d', 'z@biję się', 'z a b i j ę się', 'سأ ق ت ل نفسي', 's@ mă omor', 'm ă o m o r',
    'خود کو مار دوں گا', 'اپنے آپ کو جان سے مار ڈالوں گا', 'khud ko maar dunga', 'main jaan se mar jana chahta hun', 'khud ko goli maar dunga',
    'me voy a matar', 'me voy a matar a las cinco', 'me v0y a m4tar', 'm e v o y a m a t a r', 'do të v r a s veten', 'do të vr@s veten',
  ])('alert and are no threat, however they are written: %s', (body) => {
    expect(flagsIn(body).map((flag) => flag.code)).toEqual(expect.arrayContaining(['self-harm']));
    expect(flagsIn(body).filter((flag) => flag.code !== 'self-harm')).toEqual([]);
  });

  it.each([
    ['I will kill myself and then I kill you', 'kill you'],
    ['I k1ll myself and then I k1ll him', 'k1ll him'],
    ['Bój się, zabiję cię', 'zabiję cię'],
    ['me voy a matar y te voy a matar', 'te voy a matar'],
    ['khud ko maar dunga aur tumhe maar dunga', 'maar dunga'],
  ])('leave the threat beside them: %s', (body, part) => {
    const threats = flagsIn(body).filter((flag) => flag.code === 'threat');
    expect(threats.map((flag) => [flag.start, body.slice(flag.start, flag.end)])).toEqual([[body.lastIndexOf(part), part]]);
  });

  it('leave the threat beside them when both are in one coded part', () => {
    expect(flagsIn('aSBraWxsIG15c2VsZiBhbmQgdGhlbiBpIGtpbGwgeW91').map((flag) => flag.code).toSorted()).toEqual(['self-harm', 'threat']);
  });
});

describe('a telephone number is told from', () => {
  it.each([
    ['scores', 'We won 3-1, 2-0, 0-0, 1-2 and 4-1'],
    ['counting', 'one, two, three, four, five, six, seven, eight, nine, ten'],
    ['a date and a time', 'on 2026-03-14 18:30 or 14/03/2026 at 09:15'],
    ['lottery numbers', '4, 8, 15, 16, 23 and 42'],
    ['a thousand million', 'it cost 1,000,000,000 to build'],
    ['a quantity in a recipe', '250 g flour, 175 g sugar, 3 eggs, 180 degrees, 25 minutes'],
    ['two rows of scores', 'It was 3-1, 2-2, 0-0 - 1-4, 2-2, 3-3 (4-2), 1-0 in the end'],
    ['times of day', 'The bus is at 07.45 08.15 08.45 09.15 10.05'],
    ['times and how long it takes', '07.45 - 09.15, 90 minutes'],
    ['times with a year', 'The course is 07.45 - 12.34 2026'],
    ['a reading at each time', '09.00 120, 09.30 125, 10.00 118'],
    ['a sum', 'It makes 45 +13 +140 +1500 in all'],
    ['a sum written close', '2+12 500 000'],
    ['counting in hundreds', '100, 200, 300, 400, 500'],
    ['many verses', 'Psalms 1:1, 2:3, 4:5-6, 7:8'],
    ['counting far', Array.from({ length: 60 }, (_, at) => at + 1).join(', ')],
    ['verses', 'Psalm 119:105, Matthew 6:25-34 and John 3:16'],
  ])('%s', (_name, body) => {
    expect(flagsIn(body)).toEqual([]);
  });

  it.each(['+48 506 123 456', '0722 123 456', 'ring me on 7700 900 123', '612 34 56 78', 'pięćset sześć, sto dwadzieścia trzy, czterysta pięćdziesiąt sześć', 'صفر سبعة سبعة صفر واحد اثنين ثلاثة أربعة خمسة ستة سبعة'])('nothing when it is one: %s', (body) => {
    expect(flagsIn(body).map((flag) => flag.code)).toContain('phone-number');
  });
});

describe('telephone numbers are marked', () => {
  const NUMBER = '07700 900123';
  const numbersIn = (body: string) => flagsIn(body).filter((flag) => flag.code === 'phone-number').map((flag) => body.slice(flag.start, flag.end));

  it.each([
    ['scores', `3-1, 2-2, 0-0, ${NUMBER}`, [NUMBER]],
    ['scores that the number leans on', '3-1, 2-2, 0-7-7-0-0-9-0-0-1-2-3', ['3-1, 2-2, 0-7-7-0-0-9-0-0-1-2-3']],
    ['counting', `1, 2, 3, 4, 5, 6, 7, 8, 9, 10, ${NUMBER}`, [NUMBER]],
    ['thirty numbers', `${'12, 15, 11, '.repeat(10)}${NUMBER}`, [NUMBER]],
    ['a quantity, with the sign of a country', '12, 15, 11, +48 506 123 456', ['48 506 123 456']],
    ['a quantity, with the zeros of a country', '12, 15, 11, 0044 7700 900123', ['0044 7700 900123']],
  ])('behind %s', (_name, body, marks) => {
    expect(numbersIn(body)).toEqual(marks);
  });

  it.each([
    [`${NUMBER}, 07700 900456`, [NUMBER, '07700 900456']],
    ['0722 123 456, 0733 123 456', ['0722 123 456', '0733 123 456']],
    ['612 34 56 78, 613 45 67 89', ['612 34 56 78', '613 45 67 89']],
    ['+48 506 123 456 / +48 506 123 457', ['48 506 123 456', '48 506 123 457']],
    ['0 7 7 0 0 9 0 0 1 2 3 0 7 7 0 0 9 0 0 4 5 6', ['0 7 7 0 0 9 0 0 1 2 3', '0 7 7 0 0 9 0 0 4 5 6']],
  ])('all that stand in one row: %s', (body, marks) => {
    expect(numbersIn(body)).toEqual(marks);
  });

  it.each([
    ['07.45 12.34 56.78.9', '07.45 12.34 56.78'],
    ['07.45 12.34 567', '07.45 12.34 567'],
    ['07:45 12:34 567', '07:45 12:34 567'],
    ['07-12-3456 789', '07-12-3456 789'],
  ])('when parts of them look like times or dates: %s', (body, mark) => {
    expect(numbersIn(body)).toEqual([mark]);
  });
});

describe('hidden text', () => {
  it('is what stands in a code behind twenty cheap pieces of code', () => {
    const cheap = (count: number) => Array.from({ length: count }, (_, at) => Buffer.from(`hello ${at + 10} again`).toString('base64')).join(' ');
    const body = `${cheap(20)} aSB3aWxsIGtpbGwgeW91`;
    expect(flagsIn(cheap(20))).toEqual([]);
    expect(flagsIn(body)).toEqual([
      { code: 'hidden-text', reason: 'too-much-code', start: body.lastIndexOf(' ') + 1, end: body.length, tricks: ['encoded'] },
    ]);
  });

  it.each(['a family 👨‍👩‍👧‍👦 and a flag 🏴󠁧󠁢󠁷󠁬󠁳󠁿', 'می‌خواهم', 'שלום\u200f!', 'Привет, мама', 'Γεια σου'])('is not what a language or a picture needs: %s', (body) => {
    expect(flagsIn(body)).toEqual([]);
  });

  it.each(['pass\u200bword', 'left\u202eright', 'cоw'])('is what none needs: %j', (body) => {
    expect(flagsIn(body).map((flag) => flag.code)).toContain('hidden-text');
  });
});

it('a body made to be slow costs a few times an ordinary one of its length, not its square', () => {
  const length = 20_000;
  const ordinary = 'Dear Mum, the match was on Sunday and we won, so I wrote it down for you. '.repeat(300).slice(0, length);
  const pieces = ['1 ', 'a.', '07700 900123 ', '1 Aa ', 'A1', 'k i l l ', 'a', 'aGVsbG8gd29ybGQg', 'о', 'double ', 'send £1', '٣', '&#65;', ' dot com', '\u200b', 'و ', '+1', '0 ', '01 ', '0 0 000 ', '3-1, ', '07.45 ', '07.45 99 ', '+12 ', 'k1ll myself ', 'bring in a a a '];
  const timeOf = (body: string) => {
    const begun = performance.now();
    screenBody(body, null);
    return performance.now() - begun;
  };
  timeOf(ordinary);
  for (const piece of pieces) {
    const body = piece.repeat(length / piece.length);
    // In turns, so that whatever else the machine does is in both; the worst measured is 4.5, a square would be hundreds.
    const pairs = [1, 2, 3, 4].map(() => ({ peer: timeOf(ordinary), subject: timeOf(body) }));
    expect(Math.min(...pairs.map(({ subject }) => subject)) / Math.min(...pairs.map(({ peer }) => peer)), piece).toBeLessThan(12);
  }
});
