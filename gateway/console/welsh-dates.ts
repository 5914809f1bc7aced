/**
 * Dates in Welsh. Many browsers bring no Welsh words of their own and would silently say them in English, so the
 * console has its own. Months and days as in the Welsh Government's style guide; after a number the noun is singular.
 */
const MONTHS = ['Ionawr', 'Chwefror', 'Mawrth', 'Ebrill', 'Mai', 'Mehefin', 'Gorffennaf', 'Awst', 'Medi', 'Hydref', 'Tachwedd', 'Rhagfyr'] as const;
const DAYS = ['Dydd Sul', 'Dydd Llun', 'Dydd Mawrth', 'Dydd Mercher', 'Dydd Iau', 'Dydd Gwener', 'Dydd Sadwrn'] as const;

/** "22 Tachwedd 2026", by the workstation's clock. Takes milliseconds since 1970. */
export function welshDay(at: number): string {
  const date = new Date(at);
  return `${String(date.getDate())} ${MONTHS[date.getMonth()] ?? ''} ${String(date.getFullYear())}`;
}

/** "14:05". */
export function welshClock(at: number): string {
  const date = new Date(at);
  return `${String(date.getHours()).padStart(2, '0')}:${String(date.getMinutes()).padStart(2, '0')}`;
}

/** "Dydd Sul 22 Tachwedd 2026 am 14:05". */
export function welshFull(at: number): string {
  return `${DAYS[new Date(at).getDay()] ?? ''} ${welshDay(at)} am ${welshClock(at)}`;
}

/** "12 munud yn ôl"; less than a minute is "nawr". Takes the distance in whole seconds, not negative. */
export function welshAgo(seconds: number): string {
  const days = Math.floor(seconds / 86_400);
  if (days === 1) return 'ddoe';
  if (days === 2) return '2 ddiwrnod yn ôl';
  if (days > 2) return `${String(days)} diwrnod yn ôl`;
  if (seconds >= 3600) return `${String(Math.floor(seconds / 3600))} awr yn ôl`;
  if (seconds < 60) return 'nawr';
  const minutes = Math.floor(seconds / 60);
  return `${String(minutes)} ${minutes === 2 ? 'funud' : 'munud'} yn ôl`;
}
