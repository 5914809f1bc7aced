/**
 * An expected trouble of a script: a sentence for the person at the keyboard that says what is wrong and what to do.
 * Anything else that is thrown is a bug in the script.
 */
export class Problem extends Error {
  override readonly name = 'Problem';
}

/** Prints what went wrong as one sentence on stderr, never a stack trace, and sets a non-zero exit code. */
export function reportProblem(cause: unknown): void {
  const text = cause instanceof Error ? cause.message : String(cause);
  const sentence = text.split('\n')[0] ?? 'Something went wrong.';
  process.stderr.write(`${cause instanceof Problem ? text : `Unexpected: ${sentence}`}\n`);
  if (process.env['THROUGHLINE_DEBUG'] === '1' && cause instanceof Error)
    process.stderr.write(`${cause.stack ?? ''}\n`);
  process.exitCode = 1;
}

/** What nobody waits for may fail too (a bundler's loose ends); that also ends with a sentence, not with a stack trace. */
export function reportLooseEnds(then: () => void): void {
  process.once('unhandledRejection', (cause) => {
    reportProblem(cause);
    then();
  });
}
