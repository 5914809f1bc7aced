/** Minutes of an ISO 8601 duration (`PT1H30M`) or a SCORM 1.2 time span (`01:30:00`), at least 1; undefined when it is neither. */
export function readDurationMinutes(said: string | undefined): number | undefined {
  const [, h, m, s] = /^PT(?:(\d{1,4})H)?(?:(\d{1,5})M)?(?:(\d{1,6})(?:\.\d+)?S)?/.exec(said ?? '') ?? [];
  const [, hours = h, minutes = m, seconds = s] = /^(\d{2,4}):(\d{2}):(\d{2})/.exec(said ?? '') ?? [];
  const all = Number(hours ?? 0) * 60 + Number(minutes ?? 0) + Number(seconds ?? 0) / 60;
  return all > 0 ? Math.max(1, Math.round(all)) : undefined;
}
