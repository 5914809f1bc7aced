import type { text as english } from '../../en/techniques/slow-breathing.ts';
import type { Translation } from '../../translation.ts';

export const text: Translation<typeof english> = {
  name: 'Anadlu’n araf',
  about: 'Ar gyfer pan fydd eich calon yn curo’n gyflym, neu pan ydych ar fin ffrwydro. Mae’n tawelu’r corff mewn munudau.',
  steps: {
    before: { title: 'Pa mor dynn ydych chi’n teimlo ar hyn o bryd?' },
    alarm: {
      title: 'Mae larwm yn eich corff',
      body: 'Pan fyddwch yn ofnus neu’n flin, mae’r larwm yn canu. Mae’ch calon yn curo’n gyflym. Mae’ch anadl yn mynd yn fyr.\nMae’r larwm yn eich helpu i redeg neu ymladd. Mewn cell does unman i redeg.\nAllwch chi ddim dweud wrth eich calon am arafu. Ond gallwch arafu’ch anadl. Bydd eich calon yn dilyn.',
    },
    how: {
      title: 'Sut i’w wneud',
      body: 'Anadlwch i mewn drwy’ch trwyn wrth gyfrif i bedwar. Gadewch i’ch bol godi.\nDaliwch am ddau. Anadlwch allan drwy’ch ceg wrth gyfrif i chwech.\nOs ydych yn teimlo’n benysgafn, anadlwch fel arfer. Yna rhowch gynnig arall gydag anadliadau llai.',
    },
    check: {
      title: 'Pa ran sy’n eich tawelu fwyaf?',
      options: { in: 'Anadl fawr i mewn', out: 'Anadl hir allan', fast: 'Llawer o anadliadau cyflym' },
      replies: {
        in: 'Mae anadl fawr i mewn yn eich deffro. Yr anadl hir allan sy’n tawelu.',
        out: 'Ie. Pan anadlwch allan yn hirach, mae’ch calon yn arafu.',
        fast: 'Mae anadlu cyflym yn eich gwneud yn benysgafn. Mae’n bwydo’r larwm.',
      },
    },
    breathe: {
      title: 'Anadlwch gyda’r cylch',
      hint: 'Tri munud. Gallwch stopio unrhyw bryd.',
      stages: {
        sit: 'Eisteddwch neu gorweddwch. Gadewch i’ch ysgwyddau ddisgyn.',
        count: 'I mewn am bedwar. Daliwch am ddau. Allan am chwech.',
        drop: 'Gadewch i’ch gên lacio. Gadewch i’ch dwylo lacio.',
        nearly: 'Bron yno. Gwnewch bob anadl allan ychydig yn hirach.',
      },
    },
    after: { title: 'Pa mor dynn ydych chi’n teimlo nawr?' },
    moments: {
      title: 'Pryd allech chi ddefnyddio hyn?',
      label: 'Pryd y gallaf ei ddefnyddio',
      options: { door: 'Pan fydd y drws yn cau', call: 'Cyn neu ar ôl galwad ffôn', queue: 'Pan fydd rhaid i mi aros', bed: 'Yn y gwely gyda’r nos', angry: 'Pan fydd rhywun yn fy ngwylltio', court: 'Cyn y llys neu ymweliad' },
    },
    plan: {
      title: 'Gwnewch gynllun ohono',
      label: 'Fy nghynllun',
      ideas: { heart: 'mae fy nghalon yn curo’n gyflym', shout: 'rwyf eisiau gweiddi', five: 'rwy’n anadlu allan yn araf, bum gwaith', out: 'rwy’n eistedd ac yn cyfrif fy anadliadau' },
    },
    end: { title: 'Fe arafoch chi’ch corff' },
  },
};
