import type { text as english } from '../../en/techniques/find-your-feet.ts';
import type { Translation } from '../../translation.ts';

export const text: Translation<typeof english> = {
  name: 'Dod yn ôl i’r foment',
  about: 'Ar gyfer pan fydd atgof, panig neu hunllef yn gafael ynoch. Mae’n dod â chi’n ôl i nawr.',
  steps: {
    before: { title: 'Pa mor ofidus ydych chi ar hyn o bryd?' },
    storm: {
      title: 'Pan ddaw’r gorffennol yn ôl',
      body: 'Gall arogl, sŵn neu air ddod ag amser drwg yn ôl. Gall deimlo fel petai’n digwydd nawr.\nMae fel storm. Allwch chi ddim atal storm. Ond gallwch ddal gafael yn y ddaear.\nTirio yw’r enw ar hyn.',
    },
    senses: {
      title: 'Mae’ch synhwyrau’n byw yn y presennol',
      body: 'Dim ond y foment hon y mae’ch llygaid, eich clustiau a’ch dwylo’n ei hadnabod. Pan ddefnyddiwch nhw, daw’ch meddwl yn ôl.\nDoes dim rhaid i chi siarad na meddwl am yr atgof. Dim ond edrych, cyffwrdd a gwrando.',
    },
    check: {
      title: 'I beth mae tirio’n dda?',
      options: { away: 'I wneud i’r atgof fynd am byth', here: 'I ddod yn ôl i’r fan hyn a nawr', sleep: 'I syrthio i gysgu' },
      replies: {
        away: 'Efallai y daw’r atgof yn ôl. Ond bydd ganddo lai o afael arnoch.',
        here: 'Ie. Rydych yn dod yn ôl i’r ystafell hon a’r diwrnod hwn.',
        sleep: 'Gall eich helpu i orffwys. Ond yn gyntaf mae’n eich helpu i deimlo eich bod yma.',
      },
    },
    five: {
      title: 'Pump, pedwar, tri, dau, un',
      hint: 'Dywedwch bob peth yn eich pen, neu’n uchel. Gallwch stopio unrhyw bryd.',
      stages: {
        see: 'Chwiliwch am bum peth y gallwch eu gweld. Dywedwch beth yw pob un.',
        touch: 'Dewch o hyd i bedwar peth y gallwch eu cyffwrdd. Ydyn nhw’n oer, yn gynnes, yn arw neu’n llyfn?',
        hear: 'Gwrandewch am dri sŵn. Un yn agos, un ymhell, un yn y canol.',
        smell: 'Dewch o hyd i ddau beth y gallwch eu harogli. Sebon. Eich llawes.',
        taste: 'Dewch o hyd i un peth y gallwch ei flasu. Mae llymaid o ddŵr yn ddigon.',
      },
    },
    feet: {
      title: 'Nawr eich traed',
      hint: 'Un munud.',
      stages: {
        push: 'Gwthiwch eich dwy droed i’r llawr. Teimlwch sut mae’r llawr yn eich dal.',
        hands: 'Gwasgwch eich dwylo at ei gilydd. Yna gollyngwch.',
        name: 'Dywedwch eich enw. Dywedwch ble rydych chi. Dywedwch pa ddiwrnod yw hi.',
      },
    },
    words: {
      title: 'Pa eiriau sy’n eich sadio?',
      hint: 'Dewiswch rai, neu ysgrifennwch eich rhai chi.',
      label: 'Geiriau sy’n fy sadio',
      options: { pass: 'Bydd hyn yn pasio.', here: 'Bryd hynny oedd hynny. Nawr yw nawr.', before: 'Rwyf wedi dod drwy hyn o’r blaen.', safe: 'Ar hyn o bryd, y funud hon, gallaf ymdopi.' },
    },
    after: { title: 'Pa mor ofidus ydych chi nawr?' },
    plan: {
      title: 'Gwnewch gynllun ohono',
      label: 'Fy nghynllun',
      ideas: { memory: 'daw atgof drwg', panic: 'rwy’n dechrau mynd i banig', feet: 'rwy’n gwthio fy nhraed i’r llawr', five: 'rwy’n chwilio am bum peth y gallaf eu gweld' },
    },
    end: { title: 'Daethoch yn ôl i nawr' },
  },
};
