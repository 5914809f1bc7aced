import type { ConsoleText } from '../../../../../console/text/console-text.ts';
import type { text as english } from './en.ts';

/** Arabic words of the list of tablets whose work has not arrived. */
export const text: ConsoleText<typeof english> = {
  view: 'أعمال لم تصل',
  title: 'أعمال لم تصل بعد',
  lead: 'أجهزة عليها أعمال أقدم من ذلك، أو لم يُسمع منها طوال هذه المدة. أحضروها إلى محطة الاتصال؛ الأقدم يأتي أولًا.',
  days: 'أقدم من، بالأيام',
  daysWrong: 'عدد صحيح من 1 إلى 366.',
  show: 'عرض',
  save: 'حفظ الجدول',
  tablet: 'الجهاز',
  place: 'المكان',
  people: 'الأشخاص',
  nobody: 'لا أحد',
  why: 'سبب ظهوره هنا',
  because: { unsent: 'عليه عمل قديم', silent: 'لم يُسمع منه' },
  oldest: 'أقدم عمل عليه',
  unknown: 'غير معروف',
  unsent: 'أشياء لم تُرسل',
  contact: 'آخر اتصال',
  none: 'لا جهاز متأخر إلى هذا الحد',
  noneLead: 'سُمع من كل جهاز قيد الاستخدام خلال هذه المدة، وليس على أي منها عمل بهذا القدم.',
};
