import { ButtonLink } from '../../renderer/ui/button-link.tsx';
import { Row } from '../../renderer/ui/row.tsx';

type DeskViewsProps = { readonly label: string; readonly views: readonly { readonly key: string; readonly word: string; readonly href: string }[]; readonly current: string };

/** The parts of a desk as links, so that each has an address. Shows nothing where there is only one. */
export function DeskViews({ label, views, current }: DeskViewsProps) {
  if (views.length < 2) return null;
  return (
    <nav aria-label={label}>
      <Row gap="xs">
        {views.map(({ key, word, href }) => (
          <ButtonLink key={key} href={href} size="small" kind={key === current ? 'primary' : 'quiet'} aria-current={key === current ? 'page' : undefined}>{word}</ButtonLink>
        ))}
      </Row>
    </nav>
  );
}
