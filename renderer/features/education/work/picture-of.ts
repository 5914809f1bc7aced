import { MAX_PHOTO_SIDE } from '#protocol/education/photo.ts';
import { checkPhoto } from '#protocol/education/photo-rules.ts';

/** Sides and qualities in the order they are tried, until a page of writing is small enough to be sent. */
const TRIES = [
  [MAX_PHOTO_SIDE, 0.8],
  [MAX_PHOTO_SIDE, 0.6],
  [MAX_PHOTO_SIDE, 0.4],
  [1200, 0.5],
  [900, 0.5],
  [600, 0.4],
] as const;

/** How large a picture of these sides is drawn, so that its longest is `most` and it is never made larger. */
export function fitInto(most: number, width: number, height: number): { readonly width: number; readonly height: number } {
  const scale = Math.min(1, most / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/**
 * What a video shows now, as a JPEG that may be sent; undefined where it shows nothing yet. It is painted anew, so
 * nothing that a camera writes beside a picture (place, time, maker) comes along.
 */
export async function pictureOf(video: HTMLVideoElement): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const { videoWidth: width, videoHeight: height } = video;
  if (width === 0 || height === 0) return undefined;
  // Painted once: the hand that holds the tablet moves between two tries.
  const still = paint(video, { width, height });
  for (const [side, quality] of TRIES) {
    const blob = await new Promise<Blob | null>((resolve) => { paint(still, fitInto(side, width, height)).toBlob(resolve, 'image/jpeg', quality); });
    const bytes = blob === null ? undefined : new Uint8Array(await blob.arrayBuffer());
    if (bytes !== undefined && checkPhoto(bytes).ok) return bytes;
  }
  return undefined;
}

function paint(from: HTMLVideoElement | HTMLCanvasElement, { width, height }: { readonly width: number; readonly height: number }): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  canvas.getContext('2d')?.drawImage(from, 0, 0, width, height);
  return canvas;
}
