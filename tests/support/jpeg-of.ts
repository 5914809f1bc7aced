/** Where a JPEG says how large it is, what it is, and where it ends; `more` are segments that a camera adds. */
type Jpeg = { readonly width?: number; readonly height?: number; readonly more?: readonly number[]; readonly after?: readonly number[]; readonly fill?: number };

/** The bytes of a JPEG as the judge of photographs reads them: whole in every segment, with a picture of nothing. */
export function jpegOf({ width = 800, height = 600, more = [], after = [], fill = 200 }: Jpeg = {}): Uint8Array<ArrayBuffer> {
  const two = (value: number): number[] => [value >> 8, value & 0xff];
  return Uint8Array.from([
    ...[0xff, 0xd8],
    ...[0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0],
    ...more,
    ...[0xff, 0xc0, 0, 11, 8, ...two(height), ...two(width), 1, 1, 0x11, 0],
    ...[0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0],
    ...Array.from({ length: fill }, (_, at) => at % 251),
    ...[0xff, 0xd9],
    ...after,
  ]);
}
