/**
 * True only in test and demo builds of the shell (`out/electron-test`), false in the release build
 * (`out/electron`). Replaced by a literal when Vite bundles, so code behind it is not in a released tablet.
 */
declare const __TEST_BUILD__: boolean;
