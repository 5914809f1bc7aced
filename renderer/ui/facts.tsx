import type { ReactNode } from 'react';

type FactsProps = {
  readonly items: readonly { readonly key: string; readonly term: string; readonly value: ReactNode }[];
  readonly columns?: 1 | 2 | undefined;
};

/** Terms and what they are: "Receipt number: 4821". */
export function Facts({ items, columns = 1 }: FactsProps) {
  return (
    <dl className="ui-facts" data-columns={columns}>
      {items.map(({ key, term, value }) => (
        <div key={key}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
