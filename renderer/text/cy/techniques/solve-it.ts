import type { text as english } from '../../en/techniques/solve-it.ts';
import type { Translation } from '../../translation.ts';

export const text: Translation<typeof english> = {
  name: 'Datrys gam wrth gam',
  about: 'Ar gyfer problem sy’n troi yn eich pen. Rydych yn ei thorri’n gamau ac yn gwneud y cyntaf.',
  steps: {
    before: { title: 'Faint mae’r broblem yn pwyso arnoch?' },
    steps: {
      title: 'Mae camau i broblem',
      body: 'Dywedwch beth yw’r broblem, mewn un frawddeg. Meddyliwch am lawer o ffyrdd. Pwyswch nhw.\nDewiswch un. Gwnewch gam cyntaf. Yna gwelwch a helpodd.\nMae problem yn eich pen yn fawr. Mae cam ar bapur yn fach.',
    },
    can: {
      title: 'Beth allwch chi ei newid?',
      body: 'Mae rhai pethau y gallwch eu newid. Mae rhai na allwch, o leiaf nid heddiw.\nRhowch eich nerth yn y math cyntaf. Gyda’r ail fath, gofalwch amdanoch eich hun wrth aros.',
    },
    sorting: {
      title: 'Allwch chi wneud rhywbeth amdano?',
      hint: 'Dewiswch un ar gyfer pob llinell.',
      bins: { can: 'Gallaf weithredu', cannot: 'Ni allaf ei newid' },
      items: { sentence: 'Pa mor hir roddodd y barnwr i mi', application: 'Gofyn am swydd newydd ar yr adain', debt: 'Dweud wrth staff fy mod mewn dyled', past: 'Beth wnes i y llynedd', reply: 'Pa mor gyflym y daw’r ateb', write: 'Ysgrifennu at fy merch' },
    },
    problem: {
      title: 'Dywedwch hi mewn un frawddeg',
      hint: 'Dewiswch broblem fach y tro cyntaf.',
      label: 'Fy mhroblem',
      fields: { what: 'Beth yw’r broblem?' },
      ideas: { debt: 'Mae arnaf arian i rywun ar yr adain.', family: 'Nid wyf wedi clywed o adref.', cell: 'Nid wyf yn cyd-dynnu â’r person yn fy nghell.', housing: 'Nid oes gennyf le i fyw pan af allan.' },
    },
    ideas: {
      title: 'Tri syniad',
      hint: 'Mae unrhyw syniad yn iawn. Hyd yn oed un gwirion. Byddwch yn barnu wedyn.',
      label: 'Fy syniadau',
      fields: { one: 'Syniad cyntaf', two: 'Ail syniad', three: 'Trydydd syniad' },
      ideas: { 'ask-staff': 'Gofyn i’m gweithiwr allweddol.', app: 'Rhoi cais i mewn.', family: 'Gofyn i rywun gartref.', peer: 'Gofyn i weithiwr cymheiriaid.', small: 'Gwneud rhan fach ohono’n unig.', wait: 'Aros wythnos ac edrych eto.' },
    },
    weigh: {
      title: 'Pwyswch nhw',
      label: 'Yr un rwy’n ei ddewis',
      fields: { best: 'Pa syniad sydd orau?', good: 'Beth sy’n dda amdano?', bad: 'Beth allai fynd o’i le?' },
      ideas: { first: 'Y cyntaf.', second: 'Yr ail.', third: 'Y trydydd.' },
    },
    act: {
      title: 'Eich cam cyntaf',
      hint: 'Gwnewch ef mor fach fel na allwch fethu.',
      label: 'Fy ngham cyntaf',
      fields: { step: 'Beth wnaf i gyntaf?', when: 'Pryd wnaf i ef?' },
      ideas: { 'write-app': 'Ysgrifennu’r cais.', speak: 'Siarad ag un person.', call: 'Gwneud un alwad.', today: 'Heddiw.', unlock: 'Wrth ddatgloi yfory.', week: 'Yr wythnos hon.' },
    },
    plan: {
      title: 'Gwnewch gynllun ohono',
      label: 'Fy nghynllun',
      ideas: { unlock: 'mae’r drws yn agor yfory', stuck: 'nid yw fy syniad cyntaf yn gweithio', do: 'rwy’n gwneud fy ngham cyntaf', next: 'rwy’n rhoi cynnig ar y syniad nesaf ar fy rhestr' },
    },
    after: { title: 'Faint mae’n pwyso arnoch nawr?' },
    end: { title: 'Mae gennych gam cyntaf' },
  },
};
