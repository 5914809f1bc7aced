import type { text as english } from '../en/actnow.ts';
import type { Translation } from '../translation.ts';

export const text: Translation<typeof english> = {
  title: 'Help ar gyfer nawr',
  lead: 'Does dim rhaid i chi fod ar eich pen eich hun gyda hyn. Gall basio. Gwnewch un peth nawr.',
  danger: {
    title: 'Ydych chi mewn perygl, neu’n meddwl am ddod â’ch bywyd i ben?',
    bell: 'Canwch gloch eich cell',
    bellHint: 'Canwch hi nawr. Dywedwch: “Dwi ddim yn ddiogel.” Does dim angen egluro mwy.',
  },
  people: 'Siaradwch â pherson',
  bell: {
    title: 'Cloch y gell',
    body: 'Canwch hi i gael swyddog. Ddydd neu nos.',
  },
  listener: {
    title: 'Gwrandäwr',
    body: 'Gofynnwch i unrhyw swyddog am Wrandäwr. Carcharorion wedi’u hyfforddi i wrando ydynt. Dydyn nhw’n dweud wrth neb.',
  },
  samaritans: {
    title: 'Y Samariaid: 116 123',
    body: 'Am ddim o’r ffôn yn eich cell. Ddydd a nos. Nid yw’r alwad yn cael ei recordio.',
  },
  healthcare: {
    title: 'Gofal iechyd',
    body: 'Os ydych wedi cymryd rhywbeth, wedi brifo, neu’n teimlo’n sâl, canwch y gloch a dywedwch hynny.',
  },
  tenMinutes: 'Y deg munud nesaf',
  tenHint: 'Mae teimlad cryf fel ton. Mae’n codi, ac yna mae’n gostwng. Arhoswch gyda hi.',
  breathe: {
    title: 'Anadlwch yn araf',
    start: 'Anadlwch gyda mi',
    stop: 'Stopio',
    in: 'Anadlwch i mewn',
    hold: 'Daliwch',
    out: 'Anadlwch allan',
    steps: 'I mewn wrth gyfrif i bedwar. Daliwch am ddau. Allan wrth gyfrif i chwech.',
    calm: 'Gadewch i’ch ysgwyddau ddisgyn. Gwnewch hyn ddeg gwaith.',
  },
  ground: {
    title: 'Dewch yn ôl i’r foment',
    five: 'Chwiliwch am bum peth y gallwch eu gweld.',
    four: 'Dewch o hyd i bedwar peth y gallwch eu cyffwrdd.',
    three: 'Gwrandewch am dri pheth y gallwch eu clywed.',
    two: 'Sylwch ar ddau beth y gallwch eu harogli.',
    one: 'Enwch un peth y gallwch ei flasu.',
  },
  body: {
    title: 'Newidiwch rywbeth',
    water: 'Yfwch wydraid o ddŵr, yn araf.',
    cold: 'Rhowch ddŵr oer ar eich arddyrnau.',
    move: 'Codwch ar eich traed. Plygwch eich pengliniau ddeg gwaith, yn araf.',
    away: 'Rhowch unrhyw beth a allai eich brifo allan o gyrraedd.',
    say: 'Dywedwch yn uchel: “Bydd hyn yn pasio.”',
  },
  notSent: 'Nid yw’r sgrin hon yn anfon dim. I gael help nawr, canwch eich cloch.',
  back: 'Yn ôl',
};
