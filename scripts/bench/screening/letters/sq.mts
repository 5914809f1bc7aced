import type { LetterParts } from '../letter.mts';

/** Parts of ordinary letters, with innocent look-alikes. `kept` was not looked at while the screening was built. */
export const parts: LetterParts = {
  language: 'sq',
  openings: [
    'E dashur nënë,',
    'Tungjatjeta bir,',
    'I dashur baba,',
    'Përshëndetje vëlla,',
  ],
  closings: [
    'Me dashuri, babi',
    'Të puth, Mira',
    'Gjyshja jote',
    'Shihemi në takim, Ardit',
  ],
  seen: [
    'Gëzuar ditëlindjen! Mbush 7 vjeç më 14 mars.',
    'Ndeshja fillon në 17:30, herën e fundit fituam 3-1.',
    'Buka kushton 140 lekë dhe qumështi 95.',
    'Këpucët e shkollës ishin 3500 lekë, i mora 2000 me ulje.',
    'Lexova Psalmin 23:4 dhe Gjonin 3:16.',
    'Për ëmbëlsirën përdora 250 g miell, 3 vezë dhe 175 g sheqer.',
    'Gjyshja është 81 vjeç dhe qesh ende.',
    'Autobusi 42 niset në 9:15, treni në 10:05.',
    'E kalova matematikën më 3 maj 2026.',
    'Numëruam bashkë: një, dy, tre, katër, pesë, gjashtë, shtatë, tetë, nëntë, dhjetë.',
    'Pastrova kopshtin dhe mbolla 24 qepë.',
    'Foshnja peshon 3450 g dhe lindi në 03:42.',
    'Faleminderit për letrën dhe vizatimin e bukur.',
    'E vras kohën duke lexuar një libër për detin.',
    'Pagova dritat dhe ujin këtë muaj.',
  ],
  kept: [
    'Darka është në orën 5, pastaj të shkruaj.',
    'Skuadra doli e treta me 58 pikë nga 38 ndeshje.',
    'Nipi yt bëhet dy vjeç më 21 qershor.',
    'Treni bën 2 orë e 10 minuta dhe niset në 08:47.',
    'Ishte shumë vapë, 31 gradë, fëmijët në det.',
    'Të enjten të sjell këmishët e pastra.',
    'Më ka marrë malli për ty.',
    'Gatova pilaf me erëza siç të pëlqen.',
  ],
};
