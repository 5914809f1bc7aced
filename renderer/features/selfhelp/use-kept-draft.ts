import { useCallback, useEffect, useRef, useState } from 'react';
import type { z } from 'zod/mini';
import { usePerson } from '../../session/use-person.ts';
import { loadDraft, saveDraft } from './actions.ts';

/** Milliseconds from the first thing that is not kept until it is, also while typing goes on: at most a second is lost. */
const KEEP_WITHIN = 600;

/** Whether what is on the screen is also on the disk. */
export type DraftState = 'loading' | 'saved' | 'saving' | 'full';

type KeptDraftOptions<Value> = {
  /** Names the screen and what it is about: `map`, `check-in|2026-11-27`. */
  readonly key: string;
  /** A draft of another shape (an older release) is left out. */
  readonly schema: z.ZodMiniType<Value>;
  /** What the screen begins with where there is no draft; asked once, before the first drawing. */
  readonly start: () => Value | Promise<Value>;
};

/**
 * What somebody is filling in, kept encrypted as it grows, so that a tablet that dies loses at most the last second
 * (issue 4). For every screen that takes more than one answer. `value` is undefined while it is being read.
 */
export function useKeptDraft<Value>({ key, schema, start }: KeptDraftOptions<Value>) {
  const { database } = usePerson();
  const [value, setValue] = useState<Value>();
  const [state, setState] = useState<DraftState>('loading');
  const { hold, flush, become, isHolding } = useKeeper(key, setState);
  const begin = useRef({ schema, start });

  useEffect(() => {
    let gone = false;
    const read = async (): Promise<void> => {
      const found = begin.current.schema.safeParse(await loadDraft(database, key));
      const first = found.success ? found.data : await begin.current.start();
      // What somebody has just picked stays.
      if (gone || isHolding()) return;
      setValue(first);
      setState('saved');
    };
    void read();
    return () => { gone = true; };
  }, [database, key, isHolding]);

  const change = useCallback((next: Value) => {
    hold(next);
    setValue(next);
  }, [hold]);

  return { value, state, change, flush, become };
}

/** What is given and not on the disk. */
type Unsaved = { readonly value: unknown } | undefined;

/** Puts values on the disk soon after they were given, and at once when the screen is hidden or left. */
function useKeeper(key: string, setState: (state: DraftState) => void) {
  const { database, outbox } = usePerson();
  const unsaved = useRef<Unsaved>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const flight = useRef(Promise.resolve());

  const keep = useCallback(async (): Promise<void> => {
    clearTimeout(timer.current);
    timer.current = undefined;
    const kept = unsaved.current;
    if (kept === undefined) return;
    unsaved.current = undefined;
    // Whatever went wrong, the screen must not say that it is saved.
    const saved = await saveDraft({ database, outbox }, key, kept.value, Date.now()).catch(() => undefined);
    if (saved?.ok !== true) unsaved.current ??= kept;
    setState(saved?.ok === true ? (unsaved.current === undefined ? 'saved' : 'saving') : 'full');
  }, [database, outbox, key, setState]);
  // One after another: a write that comes later, or has nothing to write, never hides one that is under way.
  const flush = useCallback((): Promise<void> => (flight.current = flight.current.then(keep)), [keep]);
  useOnLeave(flush);

  const hold = useCallback((value: unknown): void => {
    unsaved.current = { value };
    setState('saving');
    timer.current ??= setTimeout(() => { void flush(); }, KEEP_WITHIN);
  }, [flush, setState]);

  const letGo = useCallback(async (): Promise<Unsaved> => {
    for (let seen: Promise<void> | undefined; seen !== flight.current; await seen) seen = flight.current;
    clearTimeout(timer.current);
    timer.current = undefined;
    const rest = unsaved.current;
    unsaved.current = undefined;
    return rest;
  }, []);
  const takeBack = useCallback((rest: Unsaved): void => {
    unsaved.current ??= rest;
    void flush();
  }, [flush]);
  const become = useBecome(letGo, takeBack);

  const isHolding = useCallback(() => unsaved.current !== undefined, []);
  return { hold, flush, become, isHolding };
}

/**
 * A draft becomes a record, by a `save` that forgets the draft itself: nothing of it is written again behind it. Where that
 * fails the draft stays, also what was not kept yet. Returns what `save` returned.
 */
function useBecome(letGo: () => Promise<Unsaved>, takeBack: (rest: Unsaved) => void) {
  return useCallback(
    async <Saved extends { readonly ok: boolean }>(save: () => Promise<Saved>): Promise<Saved> => {
      const rest = await letGo();
      let ok = false;
      try {
        const saved = await save();
        ({ ok } = saved);
        return saved;
      } finally {
        if (!ok) takeBack(rest);
      }
    },
    [letGo, takeBack],
  );
}

function useOnLeave(flush: () => Promise<void>): void {
  useEffect(() => {
    const onHidden = (): void => { void flush(); };
    document.addEventListener('visibilitychange', onHidden);
    window.addEventListener('pagehide', onHidden);
    return () => {
      document.removeEventListener('visibilitychange', onHidden);
      window.removeEventListener('pagehide', onHidden);
      void flush();
    };
  }, [flush]);
}
