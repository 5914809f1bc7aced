import type { text as english } from '../../en/techniques/better-sleep.ts';
import type { Translation } from '../../translation.ts';

export const text: Translation<typeof english> = {
  name: 'Cysgu’n well',
  about: 'Ar gyfer nosau pan ydych yn gorwedd ar ddihun. Mae’n cymryd rhai dyddiau i weithio, felly dechreuwch heno.',
  steps: {
    before: { title: 'Pa mor siŵr ydych chi y gallwch eich helpu’ch hun i gysgu?' },
    clock: {
      title: 'Sut mae cwsg yn gweithio',
      body: 'Mae gan eich corff gloc. Mae’n cael ei osod gan bryd rydych yn codi, gan olau, a chan symud.\nNi ellir gorfodi cwsg. Mwyaf y ceisiwch, mwyaf effro ydych.\nMae gorffwys yn dda hefyd. Nid yw un noson wael yn gwneud drwg i chi.',
    },
    bed: {
      title: 'Dysgwch i’ch gwely olygu cwsg',
      body: 'Mewn cell mae’r gwely’n soffa, yn fwrdd ac yn ddesg. Yna mae’ch corff yn anghofio mai ar gyfer cysgu mae ef.\nYn y dydd, eisteddwch ar gadair neu wrth droed y gwely. Gorweddwch i gysgu’n unig.\nOs gorweddwch ar ddihun yn hir, codwch ar eich eistedd. Gwnewch rywbeth diflas. Gorweddwch pan fyddwch yn gysglyd.',
    },
    clean: {
      title: 'Dim tabledi gan eraill',
      body: 'Gall tabledi pobl eraill fod yn beryglus, yn enwedig gyda diod neu gyffuriau. Maen nhw’n gwneud cwsg yn waeth gydag amser.\nOs yw breuddwydion drwg, poen neu beidio ag anadlu’n eich deffro, dywedwch wrth ofal iechyd. Gallan nhw helpu.',
    },
    sorting: {
      title: 'Ydy ef yn helpu, neu’n niweidio?',
      hint: 'Dewiswch un ar gyfer pob llinell.',
      bins: { helps: 'Mae’n helpu', harms: 'Mae’n fy nghadw ar ddihun' },
      items: { 'same-time': 'Codi yr un amser bob dydd', nap: 'Cysgu’n hir yn y prynhawn', 'strong-tea': 'Te neu goffi cryf ar ôl pedwar', move: 'Ymarfer corff yn y dydd', list: 'Ysgrifennu pryderon cyn gwely', 'clock-watching': 'Edrych ar yr amser drwy’r nos' },
    },
    worries: {
      title: 'Parciwch eich pryderon',
      hint: 'Nid oes rhaid i’r hyn sydd ar bapur droi yn eich pen.',
      label: 'Fy mhryderon, wedi’u parcio',
      fields: { 'on-mind': 'Beth sydd ar fy meddwl?', tomorrow: 'Beth gallaf ei wneud amdano yfory?' },
      ideas: { family: 'Fy nheulu.', court: 'Y llys.', money: 'Arian a dyled.', ask: 'Gofyn i rywun.', phone: 'Ffonio adref.', 'can-wait': 'Dim byd. Gall aros.' },
    },
    relax: {
      title: 'Gadewch i’ch corff fynd yn drwm',
      hint: 'Pedwar munud. Gwasgwch bob rhan yn dynn am eiliad. Yna gollyngwch. Gadewch allan yr hyn sy’n brifo.',
      stages: {
        lie: 'Gorweddwch neu eisteddwch. Caewch eich llygaid os hoffech. Anadlwch allan.',
        feet: 'Cyrliwch fysedd eich traed. Daliwch. Gollyngwch.',
        legs: 'Gwasgwch eich coesau at ei gilydd. Daliwch. Gollyngwch.',
        stomach: 'Tynnwch eich bol i mewn. Daliwch. Gollyngwch.',
        hands: 'Gwnewch ddau ddwrn. Daliwch. Gollyngwch.',
        shoulders: 'Codwch eich ysgwyddau at eich clustiau. Daliwch. Gollyngwch.',
        face: 'Crychwch eich wyneb. Daliwch. Gollyngwch.',
        whole: 'Teimlwch mor drwm ydych. Anadlwch allan yn araf.',
      },
    },
    tonight: {
      title: 'Beth wnewch chi roi cynnig arno heno?',
      hint: 'Mae un neu ddau’n ddigon.',
      label: 'Beth wnaf i roi cynnig arno',
      options: { 'get-up': 'Codi yr un amser', 'no-tea': 'Dim te cryf ar ôl pedwar', 'tv-off': 'Diffodd y teledu cyn gorwedd', list: 'Ysgrifennu fy mhryderon', relax: 'Gadael i’m corff fynd yn drwm', chair: 'Gorwedd i gysgu’n unig' },
    },
    plan: {
      title: 'Cynllun ar gyfer y nos',
      label: 'Fy nghynllun',
      ideas: { awake: 'rwy’n gorwedd ar ddihun am amser hir', worry: 'mae pryderon yn troi yn fy mhen', sit: 'rwy’n codi ar fy eistedd ac yn gwneud rhywbeth diflas', breathe: 'rwy’n anadlu allan yn araf ac yn cyfrif i chwech' },
    },
    after: { title: 'Pa mor siŵr ydych chi nawr?' },
    end: { title: 'Mae gennych gynllun ar gyfer heno' },
  },
};
