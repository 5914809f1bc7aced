import type { ConsoleText } from '../../../../../console/text/console-text.ts';
import type { text as english } from './en.ts';

/** Arabic words of the appeals against a stop. */
export const text: ConsoleText<typeof english> = {
  title: 'طُلبت نظرة أخرى',
  lead: 'الأقرب موعداً أولاً. من أوقف الرسالة لا يجيب هنا أبداً.',
  loading: 'لحظة…',
  list: 'في انتظار جواب: {{count}}',
  none: 'لا أحد ينتظر نظرة أخرى',
  noneLead: 'حين يسأل سجين عن رسالة أُوقفت تظهر هنا من تلقاء نفسها.',
  choose: 'اختر رسالة',
  chooseLead: 'فتح أي رسالة يُكتب في سجل الأفعال.',
  asked: 'طُلبت {{time}}',
  due: 'الجواب قبل {{time}}',
  late: 'متأخرة: كان موعدها {{time}}',
  mine: 'أنت أوقفتها: يجيب زميل',
  mineLead: 'كان لك دور في هذا الإيقاف، لذلك ينظر فيها شخص آخر من جديد.',
  stoppedFor: 'أُوقفت: {{reason}}',
  staffWrote: 'ما كُتب للكاتب حينها: {{remark}}',
  said: 'ما يقوله الكاتب',
  saidNothing: 'لم يضف الكاتب كلاماً.',
  answer: 'جوابك',
  pick: 'اختر الجواب. سيُبلَّغ به الكاتب.',
  missing: 'اختر جواباً أولاً.',
  code: {
    'reason-stands': 'السبب قائم',
    'can-be-mended': 'السبب قائم، لكن يمكن للكاتب تغييرها',
    'reason-not-fitting': 'السبب لا ينطبق: أطلقها',
    'settled-since': 'زال ما كان يمنعها: أطلقها',
  },
  remark: 'كلام للكاتب',
  note: 'ملاحظة للزملاء',
  send: 'إعطاء هذا الجواب',
  done: { uphold: 'أُيّد الإيقاف. تبقى الرسالة موقوفة.', overturn: 'نُقض الإيقاف. الرسالة في طريقها.' },
};
