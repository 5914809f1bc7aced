import type { FrameLocator, Page } from '@playwright/test';

/** The part of Playwright that a page and a frame have in common. */
export type Screen = Pick<Page | FrameLocator, 'getByRole' | 'getByText' | 'getByLabel' | 'locator'>;

/** Somebody of the demo prison, as they would sign in. */
export type Prisoner = {
  readonly personId: string;
  readonly name: string;
  readonly firstName: string;
  readonly prisonerNumber: string;
  readonly pin: string;
};
