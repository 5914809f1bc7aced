import type { ContentHost, ContentStore } from '../foreign/content-host.ts';

/** Gives the page `localStorage`, `sessionStorage` and cookies that live with the activity; without a host, until it is left. */
export function shimStorage(window: Window, host: ContentHost | undefined): void {
  const store = host?.store ?? createLooseStores();
  define(window, 'localStorage', createStorage(store('local')));
  define(window, 'sessionStorage', createStorage(store('session')));
  shimCookies(window.document, store('cookies'));
}

function define(window: Window, name: string, value: unknown): void {
  Object.defineProperty(window, name, { configurable: true, enumerable: true, get: () => value });
}

/** The Storage interface over a store: methods, and keys as properties as old courses use them. */
function createStorage(store: ContentStore): object {
  const put = (key: string, value: unknown): boolean => {
    if (store.set(key, String(value))) return true;
    throw new DOMException('There is no more room for this activity.', 'QuotaExceededError');
  };
  const methods: Record<string, unknown> = {
    getItem: (key: unknown) => store.get(String(key)),
    setItem: (key: unknown, value: unknown) => { put(String(key), value); },
    removeItem: (key: unknown) => { store.remove(String(key)); },
    key: (at: number) => store.keys()[at] ?? null,
    clear: () => { store.clear(); },
  };
  return new Proxy(Object.create(null) as object, {
    get: (_target, name) => {
      if (typeof name === 'symbol') return undefined;
      if (name === 'length') return store.keys().length;
      return methods[name] ?? store.get(name) ?? undefined;
    },
    set: (_target, name, value) => put(String(name), value),
    has: (_target, name) => typeof name === 'string' && (name in methods || store.get(name) !== null),
    deleteProperty: (_target, name) => {
      store.remove(String(name));
      return true;
    },
    ownKeys: () => [...store.keys()],
    getOwnPropertyDescriptor: (_target, name) => {
      const value = typeof name === 'string' ? store.get(name) : null;
      return value === null ? undefined : { configurable: true, enumerable: true, writable: true, value };
    },
  });
}

/** `document.cookie`: name and value count; a date that is past takes the cookie away; where and how long mean nothing here. */
function shimCookies(document: Document, store: ContentStore): void {
  Object.defineProperty(document, 'cookie', {
    configurable: true,
    get: () => store.keys().map((name) => `${name}=${store.get(name) ?? ''}`).join('; '),
    set: (written: unknown) => {
      const [pair = '', ...attributes] = String(written).split(';');
      const at = pair.indexOf('=');
      const name = pair.slice(0, Math.max(0, at)).trim();
      if (name === '') return;
      if (attributes.some(isPast)) store.remove(name);
      else store.set(name, pair.slice(at + 1).trim());
    },
  });
}

function isPast(attribute: string): boolean {
  const [name = '', value = ''] = attribute.split('=');
  if (/^\s*max-age\s*$/i.test(name)) return Number(value) <= 0;
  return /^\s*expires\s*$/i.test(name) && Date.parse(value) <= Date.now();
}

function createLooseStores(): (name: string) => ContentStore {
  const stores = new Map<string, ContentStore>();
  return (name) => {
    const store = stores.get(name) ?? createLooseStore();
    stores.set(name, store);
    return store;
  };
}

function createLooseStore(): ContentStore {
  const content = new Map<string, string>();
  return {
    keys: () => [...content.keys()],
    get: (key) => content.get(key) ?? null,
    set: (key, value) => {
      content.set(key, value);
      return true;
    },
    remove: (key) => { content.delete(key); },
    clear: () => { content.clear(); },
  };
}
