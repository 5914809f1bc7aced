import { LineChart } from './line-chart.tsx';
import { Facts } from './facts.tsx';
import { Stack } from './stack.tsx';

/** One part of a page that somebody shares; the same words as `protocol/selfhelp/sharing.ts`, which judges them. */
export type SharedPagePart =
  | { readonly is: 'heading' | 'text'; readonly text: string }
  | { readonly is: 'list'; readonly items: readonly string[] }
  | { readonly is: 'facts'; readonly items: readonly { readonly term: string; readonly value: string }[] }
  | {
      readonly is: 'chart';
      readonly title: string;
      readonly description: string;
      readonly name: string;
      readonly points: readonly { readonly key: string; readonly label: string; readonly tick: string; readonly value: number | null }[];
      readonly min: number;
      readonly max: number;
      readonly ticks: readonly { readonly value: number; readonly label: string }[];
      readonly words: { readonly showTable: string; readonly showChart: string; readonly day: string; readonly noEntry: string };
    };

type SharedPageViewProps = {
  readonly page: { readonly title: string; readonly language: string; readonly direction: 'ltr' | 'rtl'; readonly blocks: readonly SharedPagePart[] };
};

/**
 * A page that somebody shares: looks the same on the tablet, where they see it before it goes, and at the desk where it is
 * read. Words only, never markup.
 */
export function SharedPageView({ page }: SharedPageViewProps) {
  return (
    <article className="ui-shared-page" lang={page.language} dir={page.direction}>
      <h2>{page.title}</h2>
      <Stack>
        {page.blocks.map((block, at) => <Part key={`${String(at)} ${block.is}`} block={block} />)}
      </Stack>
    </article>
  );
}

function Part({ block }: { readonly block: SharedPagePart }) {
  switch (block.is) {
    case 'heading':
      return <h3>{block.text}</h3>;
    case 'text':
      return <p className="ui-shared-words" dir="auto">{block.text}</p>;
    case 'list':
      return <ul>{block.items.map((item, at) => <li key={`${String(at)} ${item}`} dir="auto">{item}</li>)}</ul>;
    case 'facts':
      return <Facts items={block.items.map(({ term, value }, at) => ({ key: String(at), term, value: <span className="ui-shared-words" dir="auto">{value}</span> }))} />;
    case 'chart': {
      const { points, name, title, description, min, max, ticks, words } = block;
      return (
        <LineChart
          title={title}
          description={description}
          points={points.map(({ key, label, tick }) => ({ key, label: () => label, tick }))}
          series={[{ key: 'shared', name, values: points.map(({ value }) => value) }]}
          min={min}
          max={max}
          ticks={ticks}
          words={words}
          formatNumber={(value) => ticks.find((tick) => tick.value === value)?.label ?? String(value)}
        />
      );
    }
  }
}
