import { useId, type ReactNode } from 'react';

type SectionProps = {
  readonly title: string;
  readonly level?: 2 | 3 | undefined;
  readonly actions?: ReactNode;
  readonly hint?: ReactNode;
  readonly children: ReactNode;
};

/** A part of a page under its own heading. */
export function Section({ title, level = 2, actions, hint, children }: SectionProps) {
  const id = useId();
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section className="ui-section" aria-labelledby={id}>
      <div className="ui-section-head">
        <Heading id={id}>{title}</Heading>
        {actions}
      </div>
      {hint !== undefined && <p className="ui-hint">{hint}</p>}
      {children}
    </section>
  );
}
