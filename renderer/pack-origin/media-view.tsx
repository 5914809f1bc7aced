import { useState } from 'react';
import type { Block } from '#protocol/packs/lesson.ts';
import { Notice } from '../ui/notice.tsx';
import { InlineView, Paragraphs } from './inline-view.tsx';
import { useWords } from './player-words.ts';

type BlockOf<K extends Block['kind']> = Extract<Block, { kind: K }>;

/** A picture with its words. Its own width is kept so that the page does not jump when it comes. */
export function PictureView({ block }: { readonly block: Pick<BlockOf<'image'>, 'src' | 'alt' | 'width' | 'height'> & { caption?: BlockOf<'image'>['caption'] } }) {
  return (
    <figure className="player-picture">
      <img src={packAddress(block.src)} alt={block.alt} width={block.width} height={block.height} />
      {block.caption === undefined ? null : <figcaption><InlineView line={block.caption} /></figcaption>}
    </figure>
  );
}

/** Sound, always with its words beside it (PACK-24). */
export function AudioView({ block }: { readonly block: BlockOf<'audio'> }) {
  const [failed, setFailed] = useState(false);
  return (
    <figure className="player-media">
      <figcaption>{block.title}</figcaption>
      {/* The transcript below is the text alternative. */}
      <audio controls controlsList="nodownload noplaybackrate" preload="metadata" src={packAddress(block.src)} onError={() => { setFailed(true); }} aria-label={block.title} />
      <Transcript lines={block.transcript} failed={failed} />
    </figure>
  );
}

/** A film with captions in every language it has, the lesson's own switched on. */
export function VideoView({ block }: { readonly block: BlockOf<'video'> }) {
  const [failed, setFailed] = useState(false);
  return (
    <figure className="player-media">
      <figcaption>{block.title}</figcaption>
      <video controls controlsList="nodownload noremoteplayback" disablePictureInPicture preload="metadata" width={block.width} height={block.height} poster={packAddress(block.poster)} src={packAddress(block.src)} onError={() => { setFailed(true); }} aria-label={block.title}>
        {block.captions.map((caption) => (
          <track key={caption.language} kind="captions" srcLang={caption.language} label={languageName(caption.language)} src={packAddress(caption.src)} default={caption.language === document.documentElement.lang} />
        ))}
      </video>
      <Transcript lines={block.transcript} failed={failed} />
    </figure>
  );
}

function Transcript({ lines, failed }: { readonly lines: BlockOf<'audio'>['transcript']; readonly failed: boolean }) {
  const words = useWords();
  return (
    <>
      {failed ? <Notice tone="attention">{words('mediaFailed')}</Notice> : null}
      <details className="player-transcript" open={failed}>
        <summary>{words('words')}</summary>
        <Paragraphs lines={lines} />
      </details>
    </>
  );
}

/** Pack paths are absolute within the pack's origin. */
function packAddress(path: string): string {
  return `/${path}`;
}

function languageName(language: string): string {
  return new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
}
