import type { XmlRefusal } from '../../builder/read-xml.ts';

/** One sentence for XML that cannot be used. */
export function xmlSentence(file: string, { code, line }: XmlRefusal): string {
  const where = `“${file}”, line ${String(line)}`;
  if (code === 'unsafe')
    return `${where}: the file declares entities of its own, which could read other files; export it again without them.`;
  if (code === 'too-large')
    return `${where}: the file is nested deeper or is longer than any quiz; export it in smaller parts.`;
  return `${where}: the XML is broken here, so nothing of it can be read; export it again.`;
}
