import { FILE_TYPES } from '../../protocol/packs/file-list.ts';
import type { StageFile } from './player-stage.ts';
import { fromBuffer } from 'yauzl';

/** The members of a ZIP as files of a pack below `folder`, with the types a list would give them. */
export function explodeArchive(archive: Buffer, folder: string): Promise<Map<string, StageFile>> {
  return new Promise((resolve, reject) => {
    const files = new Map<string, StageFile>();
    fromBuffer(archive, { lazyEntries: true }, (problem, zip) => {
      if (problem !== null) return reject(problem);
      zip.on('entry', (entry: { fileName: string }) => {
        if (entry.fileName.endsWith('/')) return zip.readEntry();
        zip.openReadStream(entry as never, (fault, stream) => {
          if (fault !== null) return reject(fault);
          const pieces: Buffer[] = [];
          stream.on('data', (piece: Buffer) => pieces.push(piece));
          stream.on('end', () => {
            const type = (FILE_TYPES as Readonly<Record<string, StageFile['type'] | undefined>>)[entry.fileName.split('.').pop()?.toLowerCase() ?? ''];
            files.set(`${folder}/${entry.fileName}`, { type: type ?? 'application/octet-stream', bytes: Buffer.concat(pieces) });
            zip.readEntry();
          });
        });
      });
      zip.on('end', () => resolve(files));
      zip.readEntry();
    });
  });
}
