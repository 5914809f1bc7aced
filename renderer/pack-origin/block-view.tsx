import type { Block } from '#protocol/packs/lesson.ts';
import { Card } from '../ui/card.tsx';
import { InlineView } from './inline-view.tsx';
import { AudioView, PictureView, VideoView } from './media-view.tsx';
import { useWords } from './player-words.ts';

type BlockOf<K extends Block['kind']> = Extract<Block, { kind: K }>;

/** One thing on a page of a lesson. Questions are drawn by the lesson, which knows the answers. */
export function BlockView({ block }: { readonly block: Exclude<Block, { kind: 'question' }> }) {
  switch (block.kind) {
    case 'heading':
      return block.level === 2 ? <h2><InlineView line={block.text} /></h2> : <h3><InlineView line={block.text} /></h3>;
    case 'paragraph':
      return <p><InlineView line={block.text} /></p>;
    case 'list':
      return <ListView block={block} />;
    case 'image':
      return <PictureView block={block} />;
    case 'audio':
      return <AudioView block={block} />;
    case 'video':
      return <VideoView block={block} />;
    case 'callout':
      return <CalloutView block={block} />;
    case 'definition':
      return <dl className="player-definition"><dt><InlineView line={block.term} /></dt><dd><InlineView line={block.meaning} /></dd></dl>;
    case 'table':
      return <TableView block={block} />;
  }
}

function ListView({ block }: { readonly block: BlockOf<'list'> }) {
  const items = block.items.map((item, index) => <li key={index}><InlineView line={item} /></li>);
  return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
}

function CalloutView({ block }: { readonly block: BlockOf<'callout'> }) {
  const words = useWords();
  return (
    <aside className="player-callout" data-tone={block.tone}>
      <Card tone={block.tone === 'careful' || block.tone === 'help' ? 'warm' : 'tint'}>
        <h3>{block.title === undefined ? words(block.tone) : <InlineView line={block.title} />}</h3>
        {block.blocks.map((inner, index) => <BlockView key={index} block={inner} />)}
      </Card>
    </aside>
  );
}

function TableView({ block }: { readonly block: BlockOf<'table'> }) {
  return (
    <div className="player-table" tabIndex={0} role="region" aria-label={block.caption?.map((run) => ('text' in run ? run.text : '')).join('') ?? ''}>
      <table>
        {block.caption === undefined ? null : <caption><InlineView line={block.caption} /></caption>}
        <thead>
          <tr>{block.head.map((cell, index) => <th key={index} scope="col"><InlineView line={cell} /></th>)}</tr>
        </thead>
        <tbody>
          {block.rows.map((row, at) => (
            <tr key={at}>{row.map((cell, index) => <td key={index}><InlineView line={cell} /></td>)}</tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

