import type { ConsoleText } from '../../../../../console/text/console-text.ts';
import type { text as english } from './en.ts';

/** Welsh words of the list of tablets whose work has not arrived. */
export const text: ConsoleText<typeof english> = {
  view: 'Gwaith heb gyrraedd',
  title: 'Gwaith sydd heb gyrraedd',
  lead: 'Tabledi sy’n dal gwaith hŷn na hyn, neu na chlywyd ganddynt ers cyhyd. Dewch â nhw i ddoc; yr hynaf sydd gyntaf.',
  days: 'Hŷn na, mewn dyddiau',
  daysWrong: 'Rhif cyfan o 1 i 366.',
  show: 'Dangos',
  save: 'Cadw’r tabl',
  tablet: 'Tabled',
  place: 'Ble',
  people: 'Pobl',
  nobody: 'neb',
  why: 'Pam mae yma',
  because: { unsent: 'Yn dal hen waith', silent: 'Heb glywed ganddi' },
  oldest: 'Y gwaith hynaf arni',
  unknown: 'ddim yn hysbys',
  unsent: 'Heb eu hanfon',
  contact: 'Cyswllt diwethaf',
  none: 'Does dim tabled mor hwyr â hynny',
  noneLead: 'Clywyd gan bob tabled sydd ar waith yn yr amser hwnnw, ac nid oes gan yr un waith mor hen â hynny.',
};
