import type { text as english } from '../../en/techniques/day-plan.ts';
import type { Translation } from '../../translation.ts';

export const text: Translation<typeof english> = {
  name: 'Diwrnod sy’n eich dal',
  about: 'Ar gyfer dyddiau hir, gwag. Rydych yn gwneud cynllun ar gyfer un diwrnod, ac un ar gyfer diwrnod dan glo.',
  steps: {
    before: { title: 'Sut mae yfory’n edrych i chi?' },
    empty: {
      title: 'Mae amser gwag yn amser anodd',
      body: 'Pan nad oes dim yn digwydd, mae meddyliau’n troi a throi. Mae’r ysfa’n cryfhau.\nPan wnewch rywbeth, hyd yn oed peth bach, mae’ch hwyliau’n symud ychydig. Nid oes rhaid i chi deimlo awydd yn gyntaf.\nGwnewch ef, a daw’r teimlad wedyn.',
    },
    kinds: {
      title: 'Tri math o bethau',
      body: 'Pethau y mae’n rhaid eu gwneud. Pethau sy’n dda i chi. Pethau rydych yn eu mwynhau.\nDiwrnod gyda’r tri sy’n eich dal orau. Gall pob un fod yn fach iawn.',
    },
    sorting: {
      title: 'Pa fath yw ef?',
      hint: 'Dewiswch un ar gyfer pob llinell.',
      bins: { must: 'Rhaid ei wneud', good: 'Da i mi', enjoy: 'Rwy’n ei fwynhau' },
      items: { clean: 'Glanhau’r gell ar gyfer archwiliad', 'press-ups': 'Deg gwasg-i-fyny', football: 'Gwylio’r gêm', app: 'Rhoi ffurflen i mewn mewn pryd', letter: 'Ysgrifennu at fy chwaer', song: 'Chwarae cân rwy’n ei charu' },
    },
    day: {
      title: 'Yfory, hanner cyntaf',
      hint: 'Un peth bach ar gyfer pob un. Gadewch yn wag yr hyn nad ydych yn ei wybod.',
      label: 'Hanner cyntaf y dydd',
      fields: { morning: 'Cyn datgloi', work: 'Bore, allan o’r gell', midday: 'Dan glo ganol dydd' },
      ideas: { wash: 'Ymolchi a gwneud fy ngwely.', stretch: 'Ymestyn am bum munud.', breakfast: 'Eistedd i gael brecwast.', work: 'Gwaith.', class: 'Dosbarth.', gym: 'Campfa.', rest: 'Gorffwys gyda cherddoriaeth.', read: 'Darllen deg tudalen.', tidy: 'Tacluso.' },
    },
    later: {
      title: 'Yfory, ail hanner',
      label: 'Ail hanner y dydd',
      fields: { out: 'Prynhawn, allan o’r gell', evening: 'Gyda’r nos, dan glo', night: 'Cyn cysgu' },
      ideas: { phone: 'Ffonio adref.', shower: 'Cawod.', yard: 'Cerdded yn yr iard.', talk: 'Siarad â rhywun rwy’n ei hoffi.', course: 'Gwers ar y dabled hon.', letter: 'Ysgrifennu llythyr.', draw: 'Tynnu llun.', workout: 'Ymarfer corff yn fy nghell.', tomorrow: 'Edrych ar gynllun y diwrnod nesaf.', breathe: 'Anadlu’n araf.', lights: 'Diffodd y golau yr un amser.' },
    },
    locked: {
      title: 'Beth os ydych dan glo drwy’r dydd?',
      hint: 'Mae’n digwydd. Byddwch ag ail gynllun yn barod.',
      label: 'Os wyf dan glo drwy’r dydd',
      options: { halves: 'Torri’r diwrnod yn oriau', workout: 'Symud bob awr', tablet: 'Gwneud gwers', write: 'Ysgrifennu at rywun', radio: 'Dewis un rhaglen i edrych ymlaen ati', 'sleep-time': 'Peidio â chysgu yn y dydd' },
    },
    weak: {
      title: 'Pryd mae’r diwrnod anoddaf?',
      label: 'Fy oriau anodd',
      options: { wake: 'rwy’n deffro', midday: 'rydym dan glo ganol dydd', 'after-call': 'mae galwad neu ymweliad ar ben', 'lock-up': 'mae’r drws newydd gau', night: 'rwy’n gorwedd ar ddihun yn y nos' },
    },
    plan: {
      title: 'Cynllun ar gyfer yr awr anodd',
      label: 'Fy nghynllun',
      ideas: { empty: 'nid oes gennyf ddim i’w wneud', 'behind-door': 'rydym dan glo drwy’r dydd', next: 'rwy’n gwneud y peth nesaf ar fy nghynllun', small: 'rwy’n gwneud un peth bach am bum munud' },
    },
    after: { title: 'Sut mae yfory’n edrych nawr?' },
    end: { title: 'Mae gennych gynllun ar gyfer diwrnod' },
  },
};
