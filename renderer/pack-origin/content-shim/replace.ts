/** Puts a value where the browser has another. What a page itself puts there later is its own business. */
export function replace(target: object, name: string, value: unknown): void {
  Object.defineProperty(target, name, { configurable: true, enumerable: true, writable: true, value });
}
