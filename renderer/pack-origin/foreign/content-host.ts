/** A store that looks like the browser's to a page and lives in our host page. Keys and values are text. */
export type ContentStore = {
  readonly keys: () => readonly string[];
  /** The value, or null where there is none. */
  readonly get: (key: string) => string | null;
  /** False when the store would grow too large; nothing is changed then. */
  readonly set: (key: string, value: string) => boolean;
  readonly remove: (key: string) => void;
  readonly clear: () => void;
};

/** The stores a page may have: what the browser keeps for long, for a visit, and its cookies. */
export type ContentStoreName = 'local' | 'session' | 'cookies';

/** A call to `/__lrs/`, as the page made it. `path` is what follows `/__lrs/`; header names are lower case. */
export type LrsRequest = {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/** The answer to it; `body` is undefined where there is none. */
export type LrsAnswer = {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
};

/**
 * What our host page offers to the shim in the pages of a pack, as `window.throughlineHost`. They are of one origin, so
 * this guards nothing: what the course says through it are claims (PACK-32).
 */
export type ContentHost = {
  readonly store: (name: ContentStoreName) => ContentStore;
  readonly askLrs: (request: LrsRequest) => LrsAnswer;
};

/** A window as courses find it: ours has what they look for. */
export type HostWindow = Window & { throughlineHost?: ContentHost };
