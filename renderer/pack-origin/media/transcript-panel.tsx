import { useEffect, useRef, useState } from 'react';
import { TextField } from '../../ui/text-field.tsx';
import type { ReaderWords } from '../reader-words.ts';
import type { TranscriptCue } from './use-cues.ts';

type TranscriptPanelProps = { readonly words: ReaderWords; readonly cues: readonly TranscriptCue[]; readonly at: number; readonly language: string; readonly onSeek: (seconds: number) => void };

/** The words of a film, line by line: the one that is spoken stands out, a search leaves only those with the words, a press plays from there. */
export function TranscriptPanel({ words, cues, at, language, onSeek }: TranscriptPanelProps) {
  const [wanted, setWanted] = useState('');
  const list = useRef<HTMLOListElement>(null);
  const now = cues.findLastIndex(({ from }) => from <= at + 0.05);
  const shown = [...cues.entries()].filter(([, { text }]) => fold(text).includes(fold(wanted)));
  useEffect(() => {
    const line = list.current?.querySelector<HTMLElement>('[aria-current]');
    const panel = list.current;
    if (line === null || line === undefined || panel === null) return;
    // Within the panel only: the page itself must not jump under a reader.
    panel.scrollTop = line.offsetTop - panel.clientHeight / 2;
  }, [now]);
  return (
    <div className="media-transcript">
      <TextField label={words('find')} value={wanted} onChange={setWanted} maxLength={100} type="search" width="medium" />
      <p role="status">{wanted === '' ? words('playHint') : shown.length === 0 ? words('notFound') : words('found', { count: shown.length })}</p>
      <ol ref={list} lang={language}>
        {shown.map(([index, cue]) => (
          <li key={index}>
            <button type="button" aria-current={index === now || undefined} onClick={() => { onSeek(cue.from); }}>{cue.text}</button>
          </li>
        ))}
      </ol>
    </div>
  );
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
