import { lazy, Suspense } from 'react';
import type { Block } from '#protocol/packs/lesson.ts';
import { Spinner } from '../ui/spinner.tsx';
import { InlineView } from './inline-view.tsx';
import { useWords } from './player-words.ts';

const MediaPlayer = lazy(async () => ({ default: (await import('./media/media-player.tsx')).MediaPlayer }));

type BlockOf<K extends Block['kind']> = Extract<Block, { kind: K }>;

/** A picture with its words. Its own width is kept so that the page does not jump when it comes. */
export function PictureView({ block, part }: { readonly part?: string; readonly block: Pick<BlockOf<'image'>, 'src' | 'alt' | 'width' | 'height'> & { caption?: BlockOf<'image'>['caption'] } }) {
  return (
    <figure className="player-picture">
      <img src={packAddress(block.src)} alt={block.alt} width={block.width} height={block.height} />
      {block.caption === undefined ? null : <figcaption data-part={part}><InlineView line={block.caption} /></figcaption>}
    </figure>
  );
}

/** A sound or film. Its player comes in a chunk of its own, which a lesson of words does not load. */
export function MediaView({ block }: { readonly block: BlockOf<'audio'> | BlockOf<'video'> }) {
  const words = useWords();
  return (
    <Suspense fallback={<Spinner word={words('loading')} block />}>
      <MediaPlayer block={block} language={document.documentElement.lang} />
    </Suspense>
  );
}

/** Pack paths are absolute within the pack's origin. */
function packAddress(path: string): string {
  return `/${path}`;
}
