/** Words for numbers in the languages of the dictionaries, folded as plainView folds. `words` begins at `first`. */
function count(first: number, step: number, words: string): readonly (readonly [string, number])[] {
  return words.split(' ').flatMap((same, at) => same.split('/').map((word) => [word, first + at * step] as const));
}

/**
 * What each word is worth. All languages in one table: people mix them, and nothing hangs on which it was. Urdu in both
 * its scripts; Urdu has a word of its own for every number to a hundred, of which a telephone number needs the first ten.
 */
export const NUMBER_WORDS: ReadonlyMap<string, number> = new Map([
  // English
  ...count(0, 1, 'zero/oh/o/nought/naught/nil one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'),
  ...count(20, 10, 'twenty thirty forty/fourty fifty sixty seventy eighty ninety'),
  // Welsh, with its mutations; `dim` is nothing and zero.
  ...count(0, 1, 'dim/sero un/unfed dau/dwy/ddau/ddwy tri/tair/dair pedwar/pedair/bedwar/bedair pump/pum/bump/bum chwech/chwe saith wyth naw deg/ddeg/dek'),
  // Polish
  ...count(0, 1, 'zero jeden/jedna dwa/dwie trzy cztery piec szesc siedem osiem dziewiec dziesiec jedenascie dwanascie trzynascie czternascie pietnascie szesnascie siedemnascie osiemnascie dziewietnascie'),
  ...count(20, 10, 'dwadziescia trzydziesci czterdziesci piecdziesiat szescdziesiat siedemdziesiat osiemdziesiat dziewiecdziesiat sto'),
  ...count(200, 100, 'dwiescie trzysta czterysta piecset szescset siedemset osiemset dziewiecset'),
  // Arabic
  ...count(0, 1, 'صفر واحد/واحده اثنين/اثنان/اثنا/تنين/اتنين ثلاثه/ثلاث/تلاته اربعه/اربع خمسه/خمس سته/ست سبعه/سبع ثمانيه/ثمان/تمانيه تسعه/تسع عشره/عشر'),
  ...count(20, 10, 'عشرين/عشرون ثلاثين/ثلاثون اربعين/اربعون خمسين/خمسون ستين/ستون سبعين/سبعون ثمانين/ثمانون تسعين/تسعون'),
  // Romanian
  ...count(0, 1, 'zero unu/una doi/doua trei patru cinci sase sapte opt noua zece unsprezece doisprezece/douasprezece treisprezece paisprezece cincisprezece saisprezece saptesprezece optsprezece nouasprezece'),
  ...count(20, 10, 'douazeci treizeci patruzeci cincizeci saizeci saptezeci optzeci nouazeci'),
  // Urdu
  ...count(0, 1, 'صفر ايك/اك دو تين چار پانچ چه/چهه سات اثه/اٹه نو دس گياره باره'),
  ...count(0, 1, 'zero/sifar/sifr ek/aik do teen/tin char/chaar panch/paanch che/chay/chhe/chhay saat/sat aath/ath nau das/dus gyarah barah'),
  // Spanish
  ...count(0, 1, 'cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve'),
  ...count(20, 1, 'veinte veintiuno veintidos veintitres veinticuatro veinticinco veintiseis veintisiete veintiocho veintinueve'),
  ...count(30, 10, 'treinta cuarenta cincuenta sesenta setenta ochenta noventa cien/ciento'),
  ...count(200, 100, 'doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos'),
  // Albanian
  ...count(0, 1, 'zero nje dy tre/tri kater pese gjashte shtate tete nente dhjete njembedhjete dymbedhjete trembedhjete katermbedhjete pesembedhjete gjashtembedhjete shtatembedhjete tetembedhjete nentembedhjete'),
  ...count(20, 10, 'njezet tridhjete dyzet pesedhjete gjashtedhjete shtatedhjete tetedhjete nentedhjete'),
]);

/** Words that make a hundred of the number before them, or are one. */
export const HUNDREDS: ReadonlySet<string> = new Set('hundred cant gant مئه ميه مائه sute suta qind سو sau'.split(' '));

/** Words that say the next digit several times. */
export const TIMES: ReadonlyMap<string, number> = new Map([
  ...['double', 'dwbl', 'podwojne', 'dublu', 'doble', 'dyfish', 'dabal', 'ڈبل', 'دبل'].map((word) => [word, 2] as const),
  ...['treble', 'triple', 'trebl', 'potrojne', 'triplu', 'trefish', 'ٹرپل'].map((word) => [word, 3] as const),
]);

/** Words that may stand between two numbers of one telephone number: "and then". */
export const BETWEEN: ReadonlySet<string> = new Set('and then y si e a wedyn yna potem i apoi luego dhe pastaj ثم و پهر phir aur اور'.split(' '));

/** Words for the sign in front of a country's number. */
export const PLUS: ReadonlySet<string> = new Set('plus زائد pulas'.split(' '));
