import type { ReactNode } from 'react';

export type DataColumn<T> = {
  readonly key: string;
  readonly header: string;
  readonly cell: (row: T) => ReactNode;
  readonly align?: 'start' | 'end' | undefined;
  /** The cell that names the row. */
  readonly rowHeader?: boolean | undefined;
};

type DataTableProps<T> = {
  readonly caption: string;
  readonly captionHidden?: boolean | undefined;
  readonly columns: readonly DataColumn<T>[];
  readonly rows: readonly T[];
  readonly rowKey: (row: T) => string;
  readonly dense?: boolean | undefined;
  /** Shown instead of rows when there are none. */
  readonly empty?: ReactNode;
};

/** A native table. When it is wider than its place it scrolls by itself, by keyboard too. */
export function DataTable<T>(props: DataTableProps<T>) {
  const { caption, captionHidden = false, columns, rows, rowKey, dense = false, empty } = props;
  return (
    <div className="ui-table-frame" role="region" aria-label={caption} tabIndex={0}>
      <table className="ui-table" data-dense={dense || undefined}>
        <caption>
          <span className={captionHidden ? 'ui-hidden' : 'ui-table-caption'}>{caption}</span>
        </caption>
        <thead>
          <tr>
            {columns.map(({ key, header, align = 'start' }) => (
              <th key={key} scope="col" data-align={align}>
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column) => (
                <Cell key={column.key} column={column} row={row} />
              ))}
            </tr>
          ))}
          {rows.length === 0 && empty !== undefined && (
            <tr>
              <td colSpan={columns.length} className="ui-table-empty">
                {empty}
              </td>
            </tr>
          )}
        </tbody>
      </table>
    </div>
  );
}

function Cell<T>({ column, row }: { readonly column: DataColumn<T>; readonly row: T }) {
  const { align = 'start', rowHeader = false, cell } = column;
  return rowHeader ? (
    <th scope="row" data-align={align}>
      {cell(row)}
    </th>
  ) : (
    <td data-align={align}>{cell(row)}</td>
  );
}
