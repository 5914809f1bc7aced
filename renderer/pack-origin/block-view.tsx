import type { Block } from '#protocol/packs/lesson.ts';
import { Card } from '../ui/card.tsx';
import { InlineView } from './inline-view.tsx';
import { MediaView, PictureView } from './media-view.tsx';
import { useWords } from './player-words.ts';

type BlockOf<K extends Block['kind']> = Extract<Block, { kind: K }>;

/** One thing on a page of a lesson. Questions are drawn by the lesson, which knows the answers. */
export function BlockView({ block, part }: { readonly block: Exclude<Block, { kind: 'question' }>; /** Its name for reading aloud (protocol/packs/narration.ts). */ readonly part: string }) {
  switch (block.kind) {
    case 'heading':
      return block.level === 2 ? <h2 data-part={part}><InlineView line={block.text} /></h2> : <h3 data-part={part}><InlineView line={block.text} /></h3>;
    case 'paragraph':
      return <p data-part={part}><InlineView line={block.text} /></p>;
    case 'list':
      return <ListView block={block} part={part} />;
    case 'image':
      return <PictureView block={block} part={part} />;
    case 'audio':
    case 'video':
      return <MediaView block={block} />;
    case 'callout':
      return <CalloutView block={block} part={part} />;
    case 'definition':
      return <dl className="player-definition"><dt data-part={`${part}.term`}><InlineView line={block.term} /></dt><dd data-part={`${part}.meaning`}><InlineView line={block.meaning} /></dd></dl>;
    case 'table':
      return <TableView block={block} part={part} />;
  }
}

function ListView({ block, part }: { readonly block: BlockOf<'list'>; readonly part: string }) {
  const items = block.items.map((item, index) => <li key={index} data-part={`${part}.${String(index)}`}><InlineView line={item} /></li>);
  return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
}

function CalloutView({ block, part }: { readonly block: BlockOf<'callout'>; readonly part: string }) {
  const words = useWords();
  return (
    <aside className="player-callout" data-tone={block.tone}>
      <Card tone={block.tone === 'careful' || block.tone === 'help' ? 'warm' : 'tint'}>
        <h3 data-part={block.title === undefined ? undefined : `${part}.title`}>{block.title === undefined ? words(block.tone) : <InlineView line={block.title} />}</h3>
        {block.blocks.map((inner, index) => <BlockView key={index} block={inner} part={`${part}.${String(index)}`} />)}
      </Card>
    </aside>
  );
}

function TableView({ block, part }: { readonly block: BlockOf<'table'>; readonly part: string }) {
  return (
    <div className="player-table" tabIndex={0} role="region" aria-label={block.caption?.map((run) => ('text' in run ? run.text : '')).join('') ?? ''}>
      <table>
        {block.caption === undefined ? null : <caption><InlineView line={block.caption} /></caption>}
        <thead>
          <tr>{block.head.map((cell, index) => <th key={index} scope="col" data-part={`${part}.r0.${String(index)}`}><InlineView line={cell} /></th>)}</tr>
        </thead>
        <tbody>
          {block.rows.map((row, at) => (
            <tr key={at}>{row.map((cell, index) => <td key={index} data-part={`${part}.r${String(at + 1)}.${String(index)}`}><InlineView line={cell} /></td>)}</tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

