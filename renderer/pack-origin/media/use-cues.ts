import { parseText } from 'media-captions';
import { useEffect, useState } from 'react';

/** One caption as the transcript shows it: seconds from and to, and its words. */
export type TranscriptCue = { readonly from: number; readonly to: number; readonly text: string };

/** The captions at a path of this pack; none while they come, where there is no path, or when they cannot be read. */
export function useCues(path: string | undefined): readonly TranscriptCue[] {
  const [cues, setCues] = useState<readonly TranscriptCue[]>([]);
  useEffect(() => {
    if (path === undefined) return;
    let current = true;
    loadCues(path).then((loaded) => { if (current) setCues(loaded); }, () => { if (current) setCues([]); });
    return () => { current = false; };
  }, [path]);
  return cues;
}

async function loadCues(path: string): Promise<readonly TranscriptCue[]> {
  const answer = await fetch(`/${path}`);
  if (!answer.ok) return [];
  const { cues } = await parseText(await answer.text(), { type: 'vtt' });
  return cues.map(({ startTime, endTime, text }) => ({ from: startTime, to: endTime, text: text.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ').trim() }));
}
