import type { LetterParts } from '../letter.mts';

/** Parts of ordinary letters, with innocent look-alikes. `kept` was not looked at while the screening was built. */
export const parts: LetterParts = {
  language: 'cy',
  openings: [
    'Annwyl Mam,',
    'Helo cariad,',
    'Annwyl Dad,',
    'S’mae fachgen,',
  ],
  closings: [
    'Cariad mawr, Dad x',
    'Hwyl am y tro, Siân',
    'Cofion cynnes, Nain',
    'Wela i di cyn hir, Tom',
  ],
  seen: [
    'Pen-blwydd hapus! Rwyt ti’n 7 ar y 14eg o Fawrth.',
    'Mae’r gêm yn dechrau am 17:30 ac enillon ni 3-1 y tro diwethaf.',
    'Mae bara yn £1.40 nawr a llaeth yn 85c.',
    'Roedd yr esgidiau ysgol yn £35 ond cawsom nhw am £20.',
    'Darllenais Salm 23:4 ac Ioan 3:16 neithiwr.',
    'Defnyddiais 250 g o flawd, 3 wy a 175 g o siwgr yn y gacen.',
    'Mae Nain yn 81 ac yn dal i chwerthin.',
    'Bu farw’r hen gi ac rydyn ni’n ei golli.',
    'Mae’r bws rhif 42 yn gadael am 9.15 a’r trên am 10.05.',
    'Dwi wedi pasio lefel 2 mewn mathemateg ym mis Mai 2026.',
    'Dyma ni’n cyfri: un, dau, tri, pedwar, pump, chwech, saith, wyth, naw, deg.',
    'Torrais y gwair a phlannu 24 nionyn yn yr ardd.',
    'Mae’r babi’n pwyso 7 pwys 4 owns ac fe’i ganwyd am 03:42.',
    'Diolch am y llythyr a’r llun hardd o’r môr.',
    'Rydw i’n dysgu canu emyn 417 gyda’r côr.',
    'Roedd y ffilm am ddyn ar ynys bell yn wych.',
  ],
  kept: [
    'Mae swper am 5 a dwi’n ysgrifennu wedyn.',
    'Gorffennodd y tîm yn drydydd gyda 58 pwynt o 38 gêm.',
    'Mae fy nghefnder yn ddwy oed ar yr 21ain o Fehefin.',
    'Mae’r trên yn cymryd 2 awr 10 munud ac yn gadael am 08:47.',
    'Roedd hi’n boeth iawn, 31 gradd, a’r plant yn y môr.',
    'Byddaf yn dod â dy grysau glân ddydd Iau.',
    'Dw i’n gweld eisiau dy gwtsh di bob nos.',
    'Fe wnaethon ni bwdin Nadolig gyda sbeis a rhesins.',
  ],
};
