/** A language's name in the reader's own language: "Welsh", "Polski". The code itself where the browser has no name. */
export function languageName(code: string, reader: string): string {
  try {
    return new Intl.DisplayNames([reader], { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}
