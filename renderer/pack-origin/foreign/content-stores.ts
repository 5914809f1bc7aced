import { z } from 'zod/mini';
import type { ContentStore, ContentStoreName } from './content-host.ts';
import type { KeptState } from './kept-state.ts';

/** Most characters of keys and values in one store: less than a browser's 5 MB, for it travels with the state. */
export const MAX_STORE_LENGTH = 60_000;

const savedSchema = z.object({ local: z.record(z.string(), z.string()), cookies: z.record(z.string(), z.string()) });

/**
 * The stores of one activity's pages (the idea is Kolibri's hashi). What a page keeps for long, and its cookies, are part
 * of the activity's state: they are the person's, come back on another tablet, and are gone with the person. What it
 * keeps for a visit lasts as long as the activity is open.
 */
export function createContentStores(state: KeptState): (name: ContentStoreName) => ContentStore {
  const saved = savedSchema.safeParse(state.read('storage'));
  const contents = {
    local: new Map(Object.entries(saved.success ? saved.data.local : {})),
    cookies: new Map(Object.entries(saved.success ? saved.data.cookies : {})),
    session: new Map<string, string>(),
  };
  const save = (): void => {
    state.write('storage', { local: Object.fromEntries(contents.local), cookies: Object.fromEntries(contents.cookies) });
  };
  const stores = {
    local: createStore(contents.local, save),
    cookies: createStore(contents.cookies, save),
    session: createStore(contents.session, () => undefined),
  };
  return (name) => stores[name];
}

function createStore(content: Map<string, string>, onChange: () => void): ContentStore {
  return {
    keys: () => [...content.keys()],
    get: (key) => content.get(key) ?? null,
    set: (key, value) => {
      const before = content.get(key);
      content.set(key, value);
      if ([...content].reduce((sum, [name, text]) => sum + name.length + text.length, 0) <= MAX_STORE_LENGTH) {
        onChange();
        return true;
      }
      if (before === undefined) content.delete(key);
      else content.set(key, before);
      return false;
    },
    remove: (key) => { if (content.delete(key)) onChange(); },
    clear: () => { content.clear(); onChange(); },
  };
}
