import type { Page } from '@playwright/test';
import type { PackPage } from './pack-page.ts';
import type { Prisoner, Screen } from './prisoner.ts';
import type { TabletVerbs } from './tablet-verbs.ts';

/** What differs between a tablet in Electron and one in a browser. */
export type TabletMachine = {
  readonly kind: 'browser' | 'kiosk';
  /** The page that is shown now: signing out may bring another. */
  readonly page: () => Page;
  /** The player of the pack that is open. */
  readonly player: () => Promise<Screen>;
  /** The pages of the pack that is open, whichever frame they are in. */
  readonly packPage: PackPage;
  /** Every error that its pages said in their console or threw since it was started. */
  readonly consoleErrors: () => Promise<readonly string[]>;
  /** Ends the process of the pack that is open, as a crash would. */
  readonly crashPlayer: () => Promise<void>;
  /** The process that started all its others. */
  readonly processId: () => number;
  /** Everything it keeps on disk lies below. */
  readonly dataFolder: string;
  readonly setOffline: (isOffline: boolean) => Promise<void>;
  /** Starts it (again), with the data that is there. */
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
  /** A power cut: SIGKILL to all of it, at once. */
  readonly kill: () => Promise<void>;
  /** Cuts its power and removes whatever it left outside the prison's folder. */
  readonly remove: () => Promise<void>;
};

/** A tablet with a person in front of it. `name` is what the staff console calls it. */
export type Tablet = TabletMachine &
  TabletVerbs & {
    readonly tabletId: string;
    readonly name: string;
    readonly enrolmentCode: string;
    /** A kiosk takes for a USB stick what lies here. */
    readonly stickFolder: string;
    /** The code on this person's slip. */
    readonly slipOf: (prisoner: Prisoner) => string;
    readonly unplug: () => Promise<void>;
    readonly plug: () => Promise<void>;
    /** Pulls the cable after so many more bytes from the gateway. */
    readonly unplugAfter: (bytes: number) => Promise<void>;
  };
