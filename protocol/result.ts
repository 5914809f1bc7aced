/**
 * An expected outcome: either a value, or an error with a code the caller can switch on.
 * Exceptions are kept for bugs and broken infrastructure (ADR 0004).
 */
export type Result<T, E extends Failure> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

/** The least an error says: which one it is. Declare the union of codes beside the function that returns it. */
export type Failure = { readonly code: string };

/** Wraps a value as a success. */
export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

/** Wraps an error (an object with at least a `code`) as a failure. */
export function fail<const E extends Failure>(error: E): { readonly ok: false; readonly error: E } {
  return { ok: false, error };
}

/**
 * Marks the branch of a `switch` that the types say cannot be reached.
 * Throws, because reaching it means a value got past its schema: a bug, not an outcome.
 */
export function neverReached(value: never): never {
  throw new Error(`Unexpected case: ${JSON.stringify(value)}`);
}
