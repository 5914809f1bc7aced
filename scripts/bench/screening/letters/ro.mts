import type { LetterParts } from '../letter.mts';

/** Parts of ordinary letters, with innocent look-alikes. `kept` was not looked at while the screening was built. */
export const parts: LetterParts = {
  language: 'ro',
  openings: [
    'Dragă mamă,',
    'Bună, iubito,',
    'Dragă tată,',
    'Salut, frate,',
  ],
  closings: [
    'Te iubesc, tata',
    'Cu drag, Ioana',
    'Bunica ta',
    'Pe curând la vizită, Mihai',
  ],
  seen: [
    'La mulți ani! Împlinești 7 ani pe 14 martie.',
    'Meciul începe la 17:30, data trecută am câștigat cu 3-1.',
    'Pâinea costă 5,40 lei și laptele 8 lei.',
    'Pantofii de școală au fost 120 de lei, i-am luat cu 80 la reducere.',
    'Am citit Psalmul 23:4 și Ioan 3:16.',
    'La prăjitură am pus 250 g de făină, 3 ouă și 175 g de zahăr.',
    'Bunica are 81 de ani și tot glumește.',
    'Îmi omor timpul citind o carte despre munți.',
    'Autobuzul 42 pleacă la 9:15, iar trenul la 10:05.',
    'Am luat examenul la matematică pe 3 mai 2026.',
    'Am numărat împreună: unu, doi, trei, patru, cinci, șase, șapte, opt, nouă, zece.',
    'Am plivit grădina și am plantat 24 de cepe și iarbă nouă.',
    'Copilul are 3450 g și s-a născut la 03:42.',
    'Mulțumesc pentru scrisoare și pentru desenul frumos.',
    'Mi-e tare dor de tine și de câine.',
    'Am plătit gazul și curentul, așa că mâncăm fasole până vineri.',
  ],
  kept: [
    'Cina este la ora 17 și apoi îți scriu.',
    'Echipa a terminat pe locul trei cu 58 de puncte din 38 de meciuri.',
    'Nepotul tău face doi ani pe 21 iunie și vrea un autobuz roșu.',
    'Trenul face 2 ore și 10 minute și pleacă la 08:47.',
    'A fost foarte cald, 31 de grade, copiii au stat în apă.',
    'Joi îți aduc cămășile curate și ochelarii.',
    'Am făcut cozonac cu mirodenii, ca în fiecare an.',
    'M-a durut un dinte, dar vine dentistul marți.',
  ],
};
