/** The name of a question category: `$course$/top/Fractions` is called “Fractions”; a slash that is meant is written twice. */
export function categoryTitle(path: string, otherwise: string): string {
  return (
    path
      .trim()
      .split(/(?<!\/)\/(?!\/)/)
      .at(-1)
      ?.replaceAll('//', '/')
      .trim() || otherwise
  );
}
