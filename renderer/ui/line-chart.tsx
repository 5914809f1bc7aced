import { ChartLine, Table2 } from 'lucide-react';
import { useId, useState } from 'react';
import { Button } from './button.tsx';
import { DataTable } from './data-table.tsx';
import type { LineChartData } from './line-chart-data.ts';
import { LineChartPlot } from './line-chart-plot.tsx';

type LineChartProps = LineChartData & {
  readonly title: string;
  /** One sentence on what is to be seen, for those who do not see it. */
  readonly description: string;
  readonly words: {
    readonly showTable: string;
    readonly showChart: string;
    /** Head of the first column. */
    readonly day: string;
    readonly noEntry: string;
  };
  readonly formatNumber?: ((value: number) => string) | undefined;
};

/** Values over days as lines, or the same as a table: the person chooses. */
export function LineChart({ title, description, words, formatNumber = String, ...data }: LineChartProps) {
  const [asTable, setAsTable] = useState(false);
  const id = useId();
  return (
    <figure className="ui-chart" aria-labelledby={id}>
      <div className="ui-chart-head">
        <figcaption id={id}>{title}</figcaption>
        <Button
          size="small"
          icon={asTable ? ChartLine : Table2}
          onClick={() => {
            setAsTable(!asTable);
          }}
        >
          {asTable ? words.showChart : words.showTable}
        </Button>
      </div>
      {asTable ? (
        <ChartTable {...data} title={title} words={words} formatNumber={formatNumber} />
      ) : (
        <>
          {data.series.length > 1 && <Legend series={data.series} />}
          <LineChartPlot {...data} description={description} />
        </>
      )}
    </figure>
  );
}

function Legend({ series }: Pick<LineChartData, 'series'>) {
  return (
    <ul className="ui-chart-legend">
      {series.map(({ key, name }, place) => (
        <li key={key} data-series={place + 1}>
          <svg viewBox="0 0 36 12" aria-hidden focusable={false}>
            <path className="ui-chart-line" d="M0 6 H36" />
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}

type ChartTableProps = LineChartData &
  Pick<LineChartProps, 'title' | 'words'> & { readonly formatNumber: (value: number) => string };

function ChartTable({ title, words, points, series, formatNumber }: ChartTableProps) {
  // The newest day first: that is the one people look for.
  const rows = points.map((point, index) => ({ ...point, index })).reverse();
  return (
    <DataTable
      caption={title}
      captionHidden
      dense
      rows={rows}
      rowKey={(row) => row.key}
      columns={[
        { key: 'day', header: words.day, cell: (row) => row.label(), rowHeader: true },
        ...series.map(({ key, name, values }) => ({
          key,
          header: name,
          cell: (row: { readonly index: number }) => {
            const value = values[row.index] ?? null;
            return value === null ? <span className="ui-soft">{words.noEntry}</span> : formatNumber(value);
          },
        })),
      ]}
    />
  );
}
