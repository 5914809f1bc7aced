/** How many of the first bytes are looked at. */
export const RECOGNISED_BY_BYTES = 16;

/**
 * Looks at the first bytes of a sound or film: is it what the name's ending says? Electron and Chromium of Debian
 * play all of these; MP3 and MP4 with H.264/AAC depend on the build, so the checker recommends Opus and VP9.
 */
export function isWhatItsNameSays(bytes: Buffer, ending: string): boolean {
  switch (ending) {
    case 'mp3':
      return bytes.toString('latin1', 0, 3) === 'ID3' || (bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe6) === 0xe2);
    case 'ogg':
    case 'opus':
      return bytes.toString('latin1', 0, 4) === 'OggS';
    case 'webm':
      return bytes.length > 4 && bytes.readUInt32BE(0) === 0x1a45dfa3;
    case 'mp4':
      return bytes.toString('latin1', 4, 8) === 'ftyp';
    default:
      return false;
  }
}
