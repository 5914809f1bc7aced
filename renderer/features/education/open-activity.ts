import type { AppToPlayer, PlayerStart, PlayerToApp } from '#protocol/shell/player.ts';
import { openPackView, type PackEnd, type PackView } from '../../packs/open-pack-view.ts';
import { createPackShelf } from '../../packs/pack-shelf.ts';
import { holdFiles } from '../../packs/update-packs.ts';
import type { Person } from '../../session/person.ts';
import { noteActivity } from '../../session/watch-idle.ts';
import { shellKind } from '../../shell/shell-port.ts';
import { recordProgress } from './actions.ts';
import type { Course } from './course.ts';
import { findRuntimes } from './runtimes.ts';
import { createStateKeeper, type StateKeeper } from './state-keeper.ts';

/**
 * How an opened activity stands. `stopped`: it no longer answers. `too-large`: it took too much memory and was ended.
 * `no-runtime`: a program it needs is not here.
 */
export type ActivityStanding = 'opening' | 'open' | 'failed' | 'stopped' | 'too-large' | 'no-runtime';

/** What is opened, for whom, and who wants to hear of it. */
export type ActivityOptions = {
  readonly course: Course;
  readonly person: Person;
  readonly activityId: string;
  readonly title: string;
  /** What the player is told, with what it asked to be kept; undefined when there is no such activity. */
  readonly start: (state: string | null) => PlayerStart | undefined;
  readonly onNext: (activityId: string) => void;
  readonly onClose: () => void;
  readonly onStanding: (standing: ActivityStanding) => void;
  /** Whether the last thing that was to be kept found room. */
  readonly onKept: (hasRoom: boolean) => void;
};

/** The last words of the activity that was left last, until they are kept or could not be. */
let goodbyes: Promise<void> = Promise.resolve();

/** An activity that is open. `close` may be called at any time, and twice. */
export type OpenActivity = { readonly send: (message: AppToPlayer) => void; readonly close: () => void };

/**
 * Opens an activity in its pack's own view inside `container`, and keeps what the player reports: progress as events,
 * state as one value. The version is that of the moment of opening; what arrives meanwhile changes nothing (PACK-30).
 */
export function openActivity(container: HTMLElement, options: ActivityOptions): OpenActivity {
  const { pack } = options.course;
  const release = holdFiles(pack.files);
  const keeper = createStateKeeper({ packId: pack.id, packVersion: pack.version, activityId: options.activityId }, options.person, () => Date.now());
  const open: { view?: PackView; closed: boolean } = { closed: false };
  const send = (message: AppToPlayer): void => { open.view?.send(message); };
  const leave = async (): Promise<void> => {
    const { view } = open;
    delete open.view;
    // Its last words are kept first, then handed over.
    await view?.close();
    await keeper.send();
  };
  // What could not be said stays where it was kept; the next lesson opens all the same.
  const sayGoodbye = (): void => { goodbyes = leave().catch(() => undefined); };
  const onStopped = (end: PackEnd): void => {
    options.onStanding(end === 'too-large' ? 'too-large' : 'stopped');
    sayGoodbye();
  };
  void openView(container, options, createListener(options, keeper, send), onStopped).then(
    (view) => {
      if (open.closed) void view?.close();
      else if (view !== undefined) open.view = view;
    },
    () => { options.onStanding('failed'); },
  );
  return {
    send,
    close: () => {
      if (open.closed) return;
      open.closed = true;
      release();
      sayGoodbye();
    },
  };
}

async function openView(container: HTMLElement, options: ActivityOptions, onMessage: (message: PlayerToApp) => void, onStopped: (end: PackEnd) => void): Promise<PackView | undefined> {
  const { course, person, title } = options;
  const shelf = createPackShelf(person.tabletDatabase);
  const kind = course.manifest.items.find((item) => item.activityId === options.activityId)?.kind;
  const runtimes = findRuntimes(course.manifest, kind, await shelf.installed());
  if (runtimes === undefined) {
    options.onStanding('no-runtime');
    return undefined;
  }
  const files = { files: course.pack.files, runtimes };
  return openPackView({ shell: person.shell, kind: shellKind(), packId: course.manifest.packId, files, loadFile: shelf.loadFile, container, title, onMessage, onStopped });
}

type Outcome = { readonly ok: true } | { readonly ok: false; readonly error: { readonly code: string } };

/** What is done with what the player says. */
function createListener(options: ActivityOptions, keeper: StateKeeper, send: (message: AppToPlayer) => void): (message: PlayerToApp) => void {
  const { course, person, activityId } = options;
  const note = (kept: Outcome): void => { options.onKept(kept.ok || kept.error.code !== 'storage-full'); };
  let next: string | undefined;
  const begin = async (): Promise<void> => {
    // What the lesson before says as it goes may be about this very one.
    await goodbyes;
    const start = options.start(await keeper.load());
    next = start?.next?.activityId;
    if (start !== undefined) send(start);
    options.onStanding(start === undefined ? 'failed' : 'open');
  };
  return (message) => {
    switch (message.type) {
      case 'ready':
        void begin();
        break;
      case 'progress':
        void recordProgress({ packId: course.pack.id, packVersion: course.pack.version, activityId, verb: message.verb, data: message.data, now: Date.now() }, person).then(note);
        if (message.verb === 'completed' || message.verb === 'passed') void keeper.send().then(note);
        break;
      case 'state':
        void keeper.keep(message.state).then(note);
        break;
      case 'failed':
        options.onStanding('failed');
        break;
      case 'open-next':
        if (next !== undefined) options.onNext(next);
        break;
      case 'close':
        options.onClose();
        break;
      case 'touched':
        noteActivity();
        break;
      case 'alive':
    }
  };
}
