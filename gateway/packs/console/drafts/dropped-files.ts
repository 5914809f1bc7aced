/** A file as it was dropped or chosen, with its path inside what was dropped. */
export type DroppedFile = { readonly path: string; readonly file: File };

/** What lies in what was dropped, folders looked into. Files that a computer leaves lying about are passed over. */
export async function readDropped(data: DataTransfer): Promise<readonly DroppedFile[]> {
  // The list is empty as soon as the event is over, so the entries are taken at once.
  const entries = [...data.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  const found = await Promise.all(entries.map((entry) => readEntry(entry, '')));
  return found.flat().filter(isWanted);
}

/** What was chosen in the computer's own dialog, a file, several, or a folder. */
export function readChosen(files: FileList): readonly DroppedFile[] {
  return [...files].map((file) => ({ path: cleanPath(file.webkitRelativePath === '' ? file.name : file.webkitRelativePath), file })).filter(isWanted);
}

/** What a teacher calls what was dropped: the file, or the folder all of it lies in. */
export function nameOfDropped(files: readonly DroppedFile[]): string {
  const tops = new Set(files.map(({ path }) => path.split('/')[0] ?? path));
  return [...tops].slice(0, 3).join(', ').slice(0, 240);
}

async function readEntry(entry: FileSystemEntry, folder: string): Promise<readonly DroppedFile[]> {
  const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
  if (entry.isFile) return [{ path: cleanPath(path), file: await fileOf(entry as FileSystemFileEntry) }];
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const children: FileSystemEntry[] = [];
  for (let some = await readSome(reader); some.length > 0; some = await readSome(reader)) children.push(...some);
  return (await Promise.all(children.map((child) => readEntry(child, path)))).flat();
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => { entry.file(resolve, reject); });
}

/** A browser hands out a folder a hundred at a time. */
function readSome(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  return new Promise((resolve, reject) => { reader.readEntries(resolve, reject); });
}

/** Marks that no path of ours may hold become a hyphen; letters are composed, as every computer shows them. */
function cleanPath(path: string): string {
  return path.normalize('NFC').split('/').map((part) => part.replace(/[\\:*?"<>|\p{Cc}\p{Cf}]/gu, '-').replace(/[. ]+$/, '')).join('/');
}

function isWanted({ path, file }: DroppedFile): boolean {
  return file.size > 0 && !path.split('/').some((part) => part === '' || part.startsWith('.') || part === '__MACOSX' || part === 'Thumbs.db' || part === 'desktop.ini');
}
