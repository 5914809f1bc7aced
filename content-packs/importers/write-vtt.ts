const SRT_TIME = /(\d{1,2}:\d{2}:\d{2}),(\d{3})/g;
/** Tags that SRT players know and WebVTT does not. */
const SRT_TAGS = /<\/?(font|s)\b[^>]*>|\{\\an?\d+\}/gi;

/** Captions as WebVTT: SRT in WebVTT's spelling of times and tags, WebVTT as it is. */
export function writeVtt(captions: string): string {
  const text = captions.replace(/\r\n?/g, '\n').trimStart();
  if (text.startsWith('WEBVTT')) return text;
  return `WEBVTT\n\n${text.replace(SRT_TIME, '$1.$2').replace(SRT_TAGS, '')}`;
}
