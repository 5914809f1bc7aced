import { createHash } from 'node:crypto';
import { readPictureSize } from '../../builder/picture-size.ts';
import { checkSvg } from '../../builder/check-svg.ts';
import type { SourceWriter } from '../importer.ts';
import type { PictureNamed } from './rich-text.ts';

/** Where the pictures of questions come from and where they go. */
export type PictureShelf = {
  /**
   * Carries the first picture that a question names. Returns the fields of its source (`picture`, `pictureAlt`) and, in
   * words, what is missing: further pictures, a picture that is not there, a description nobody wrote.
   */
  readonly carry: (
    pictures: readonly PictureNamed[],
    out: SourceWriter,
  ) => Promise<{ readonly fields: object; readonly lost: readonly string[] }>;
};

/** Finds a picture's bytes by the address a text names it with; undefined when it is not in what was supplied. */
export type FindPicture = (src: string) => Promise<Uint8Array | undefined>;

/** A picture that stands in the text itself, as `data:…;base64,…`. */
export function pictureInText(src: string): Uint8Array | undefined {
  const found = /^data:[^,]*;base64,(.*)$/s.exec(src);
  return found ? Buffer.from(found[1] ?? '', 'base64') : undefined;
}

/** Creates the shelf. Pictures are named by their content, so one that many questions show is written once. */
export function createPictureShelf(find: FindPicture): PictureShelf {
  const written = new Set<string>();
  return {
    carry: async ([picture, ...more], out) => {
      if (!picture) return { fields: {}, lost: [] };
      const lost = more.map(({ src }) => `the picture ${nameOf(src)} (a question shows one picture)`);
      const bytes = pictureInText(picture.src) ?? (await find(picture.src));
      if (!bytes)
        return { fields: {}, lost: [`the picture ${nameOf(picture.src)}, which is not in the file`, ...lost] };
      const ending = endingOf(bytes);
      if (ending === undefined)
        return {
          fields: {},
          lost: [`the picture ${nameOf(picture.src)}, which is no SVG, PNG, JPG or WebP, or is damaged`, ...lost],
        };
      const path = `media/${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}.${ending}`;
      if (!written.has(path)) await out.writeBytes(path, bytes);
      written.add(path);
      if (picture.alt.length >= 3 && !isFileName(picture.alt))
        return { fields: { picture: path, pictureAlt: picture.alt.slice(0, 1000) }, lost };
      return {
        fields: { picture: path },
        lost: [
          `a description of the picture ${nameOf(picture.src)}: write “pictureAlt”, for people who cannot see it`,
          ...lost,
        ],
      };
    },
  };
}

/** Editors put the name of the file where the description belongs; that describes nothing. */
function isFileName(alt: string): boolean {
  return /^\S+\.(png|jpe?g|gif|svg|webp|bmp)$/i.test(alt);
}

function endingOf(bytes: Uint8Array): string | undefined {
  const buffer = Buffer.from(bytes);
  const found = ['png', 'jpg', 'webp'].find((ending) => readPictureSize(buffer, ending) !== undefined);
  if (found !== undefined) return found;
  const text = buffer.subarray(0, 1024).toString('utf8');
  if (!text.includes('<svg')) return undefined;
  return checkSvg(buffer.toString('utf8')).length === 0 && readPictureSize(buffer, 'svg') ? 'svg' : undefined;
}

/** The last part of an address, for a sentence. */
function nameOf(src: string): string {
  if (src.startsWith('data:')) return 'inside the text';
  const path = src.split(/[?#]/)[0] ?? '';
  return path.split('/').at(-1)?.slice(0, 80) || src.slice(0, 80);
}
