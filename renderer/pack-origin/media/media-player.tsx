import { useContext, useEffect, useMemo, useRef, useState } from 'react';
import type { Block } from '#protocol/packs/lesson.ts';
import { Notice } from '../../ui/notice.tsx';
import { SegmentedChoice } from '../../ui/segmented-choice.tsx';
import { Paragraphs } from '../inline-view.tsx';
import { readerWords } from '../reader-words.ts';
import './media.css';
import { MediaPlaceContext } from './media-place.ts';
import { addPlayed, playedShare, type PlayedPart } from './played-parts.ts';
import { TranscriptPanel } from './transcript-panel.tsx';
import { useCues } from './use-cues.ts';

export type MediaBlock = Extract<Block, { kind: 'audio' | 'video' }>;

const SPEEDS = ['0.75', '1', '1.25', '1.5', '2'] as const;
/** Longest step between two looks at the clock that is playing and not winding, in seconds of real time. */
const LONGEST_STEP = 1.5;

/** A sound or film with captions, speed and its words, which follow and can be searched and pressed. Goes on where it stopped. */
export function MediaPlayer({ block, language }: { readonly block: MediaBlock; readonly language: string }) {
  const words = readerWords(language);
  const { media, at, length, failed, handlers, control } = usePlayed(block.src);
  const [speed, setSpeed] = useState<(typeof SPEEDS)[number]>('1');
  const languages = block.kind === 'video' ? block.captions.map((one) => one.language) : [];
  const [shown, setShown] = useState(languages.includes(language) ? language : (languages[0] ?? 'off'));
  const track = block.kind === 'video' ? (block.captions.find((one) => one.language === shown) ?? block.captions.find((one) => one.language === language) ?? block.captions[0]) : undefined;
  const cues = useCues(track?.src);
  useEffect(() => { control.speed(Number(speed)); }, [control, speed]);
  useEffect(() => { control.captions(shown); }, [control, shown]);
  const common = { ref: media as never, src: `/${block.src}`, controls: true, preload: 'metadata', 'aria-label': block.title, ...handlers } as const;
  return (
    <figure className="player-media">
      <figcaption>{block.title}</figcaption>
      {block.kind === 'audio' ? (
        // The words below are its text alternative.
        <audio {...common} controlsList="nodownload" />
      ) : (
        <video {...common} controlsList="nodownload noremoteplayback" disablePictureInPicture width={block.width} height={block.height} poster={`/${block.poster}`}>
          {block.captions.map((caption) => (
            <track key={caption.language} kind="captions" srcLang={caption.language} label={languageName(caption.language)} src={`/${caption.src}`} />
          ))}
        </video>
      )}
      {failed ? <Notice tone="attention">{words('failed')}</Notice> : null}
      <div className="media-choices">
        <SegmentedChoice legend={words('speed')} options={SPEEDS.map((value) => ({ value, label: `${value}×` }))} value={speed} onChange={setSpeed} />
        {languages.length === 0 ? null : (
          <SegmentedChoice legend={words('captions')} options={['off', ...languages].map((value) => ({ value, label: value === 'off' ? words('captionsOff') : languageName(value), lang: value === 'off' ? undefined : value }))} value={shown} onChange={setShown} />
        )}
      </div>
      <p className="media-share">{words('listenedTo', { percent: Math.floor(playedShare(length.played, length.seconds) * 100) })}</p>
      <details className="player-transcript" open={failed || undefined}>
        <summary>{words('transcript')}</summary>
        {cues.length === 0 ? <Paragraphs lines={block.transcript} /> : <TranscriptPanel words={words} cues={cues} at={at} language={track?.language ?? language} onSeek={control.seek} />}
      </details>
    </figure>
  );
}

/** Follows the clock of one sound or film: resumes it, counts what is really played, and says so. */
function usePlayed(path: string) {
  const { kept, note } = useContext(MediaPlaceContext);
  const media = useRef<HTMLMediaElement>(null);
  const [at, setAt] = useState(0);
  const [length, setLength] = useState<{ seconds: number; played: readonly PlayedPart[] }>({ seconds: 0, played: kept[path]?.played ?? [] });
  const [failed, setFailed] = useState(false);
  const last = useRef<number>(undefined);
  function tell() {
    const here = media.current;
    if (here === null || !Number.isFinite(here.duration)) return;
    const from = last.current;
    last.current = here.currentTime;
    setAt(here.currentTime);
    const step = from === undefined ? 0 : here.currentTime - from;
    const isPlayed = from !== undefined && step > 0 && step <= LONGEST_STEP * here.playbackRate;
    const played = isPlayed ? addPlayed(length.played, [from, here.currentTime]) : length.played;
    setLength({ seconds: here.duration, played });
    if (isPlayed || here.paused) note(path, { at: here.currentTime, played: played.slice(0, 500).map(([a, b]) => [a, b]) }, playedShare(played, here.duration));
  }
  const handlers = {
    onLoadedMetadata: () => {
      const here = media.current;
      const stopped = kept[path]?.at ?? 0;
      // One that was played to its end begins anew.
      if (here !== null && stopped > 0 && stopped < here.duration - 1) here.currentTime = stopped;
      if (here !== null) setLength({ seconds: here.duration, played: length.played });
    },
    onTimeUpdate: tell,
    onPause: tell,
    onSeeking: () => { last.current = undefined; },
    onError: () => { setFailed(true); },
  };
  const control = useMemo(() => ({
    speed: (times: number) => {
      if (media.current !== null) media.current.playbackRate = times;
    },
    captions: (language: string) => {
      for (const one of media.current?.textTracks ?? []) one.mode = one.language === language ? 'showing' : 'disabled';
    },
    /** Plays from a second on. */
    seek: (to: number) => {
      if (media.current === null) return;
      media.current.currentTime = to;
      void media.current.play().catch(() => undefined);
    },
  }), []);
  return { media, at, length, failed, handlers, control };
}

function languageName(language: string): string {
  return new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
}
