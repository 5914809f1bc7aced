/** Gives a file to the browser to keep. `content` is text or bytes as the gateway sent them. */
export function saveFile(fileName: string, content: BlobPart, type: string): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  // The browser has taken it by the end of this turn.
  setTimeout(() => { URL.revokeObjectURL(address); }, 0);
}
