import type { ConsoleText } from '../../../../../console/text/console-text.ts';
import type { text as english } from './en.ts';

/** Welsh words of the appeals against a stop. */
export const text: ConsoleText<typeof english> = {
  title: 'Gofynnwyd am olwg arall',
  lead: 'Yr un sydd i’w ateb gyntaf sydd ar y brig. Nid yw’r sawl a ataliodd neges byth yn ateb yma.',
  loading: 'Un eiliad…',
  list: 'Yn aros am ateb: {{count}}',
  none: 'Nid oes neb yn aros am olwg arall',
  noneLead: 'Pan fydd carcharor yn holi am neges a ataliwyd, bydd yn ymddangos yma ohoni’i hun.',
  choose: 'Dewiswch neges',
  chooseLead: 'Nodir agor neges yn y cofnod o weithredoedd.',
  asked: 'gofynnwyd {{time}}',
  due: 'Ateb erbyn {{time}}',
  late: 'Hwyr: roedd i’w ateb erbyn {{time}}',
  mine: 'Chi a’i hataliodd: bydd cydweithiwr yn ateb',
  mineLead: 'Roedd gennych ran yn yr atal hwn, felly bydd rhywun arall yn edrych o’r newydd.',
  stoppedFor: 'Ataliwyd: {{reason}}',
  staffWrote: 'Geiriau i’r awdur bryd hynny: {{remark}}',
  said: 'Yr hyn mae’r awdur yn ei ddweud',
  saidNothing: 'Nid ychwanegodd yr awdur eiriau.',
  answer: 'Eich ateb',
  pick: 'Dewiswch yr ateb. Dywedir ef wrth yr awdur.',
  missing: 'Dewiswch ateb yn gyntaf.',
  code: {
    'reason-stands': 'Mae’r rheswm yn sefyll',
    'can-be-mended': 'Mae’r rheswm yn sefyll, ond gall yr awdur newid y neges',
    'reason-not-fitting': 'Nid yw’r rheswm yn gweddu: ei rhyddhau',
    'settled-since': 'Mae’r rhwystr wedi’i ddatrys: ei rhyddhau',
  },
  remark: 'Geiriau i’r awdur',
  note: 'Nodyn i gydweithwyr',
  send: 'Rhoi’r ateb hwn',
  done: { uphold: 'Cadarnhawyd. Mae’r neges yn aros wedi’i hatal.', overturn: 'Gwrthdrowyd. Mae’r neges ar ei ffordd.' },
};
