import type { SourceWriter, Supplied } from './importer.ts';

/**
 * Writes the picture that stands before a film starts: the one supplied beside it, else a plain one with a sign to start
 * it, 16 by 9, for somebody to replace. Takes the supplied picture's name, the target without ending, and the title.
 */
export async function writePoster(
  picture: string | undefined,
  target: string,
  title: string,
  supplied: Supplied,
  out: SourceWriter,
): Promise<void> {
  const file = picture === undefined ? undefined : supplied.files.get(picture);
  if (picture === undefined || !file) return out.writeText(`${target}.svg`, plainPoster(title));
  const ending = picture.slice(picture.lastIndexOf('.')).toLowerCase().replace('.jpeg', '.jpg');
  return out.carry(file, `${target}${ending}`);
}

function plainPoster(title: string): string {
  const words = title.slice(0, 60).replace(/[<>&"']/g, ' ');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1280 720">
  <rect width="1280" height="720" fill="#17324d"/>
  <path d="M560 240 L760 360 L560 480 Z" fill="#ffffff"/>
  <text x="640" y="600" font-family="sans-serif" font-size="44" text-anchor="middle" fill="#ffffff">${words}</text>
</svg>
`;
}
