import type { ConsoleFeature } from './console-feature.ts';

/** Every desk of the console, in the order of the side navigation. Written out, never discovered. */
export const consoleFeatures: readonly ConsoleFeature[] = [];
