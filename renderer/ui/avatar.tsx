type AvatarProps = { readonly name: string; readonly size?: 'sm' | 'md' | 'lg' | undefined };

/** The first letters of a name in a circle. Decorative: the name stands beside it. */
export function Avatar({ name, size = 'md' }: AvatarProps) {
  return (
    <span className="ui-avatar" data-size={size} data-hue={hueOf(name)} aria-hidden>
      {initialsOf(name)}
    </span>
  );
}

const HUES = ['teal', 'amber', 'blue', 'plum', 'rose'] as const;

/** The same person has the same colour everywhere. */
function hueOf(name: string): string {
  let sum = 0;
  for (const sign of name) sum = (sum + (sign.codePointAt(0) ?? 0)) % 997;
  return HUES[sum % HUES.length] ?? 'teal';
}

function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const last = words.length > 1 ? words.at(-1) : undefined;
  return [words[0], last]
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toLocaleUpperCase();
}
