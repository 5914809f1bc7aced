/** What Vitest's JSON reporter says of a file; `message` where the file itself could not run. */
export type VitestFile = {
  readonly name: string;
  readonly status: string;
  readonly message?: string;
  readonly assertionResults: readonly { readonly fullName: string; readonly status: string; readonly failureMessages?: readonly string[] }[];
};

/** What Playwright's JSON reporter says of a file or of a `describe` in it. */
export type PlaywrightSuite = {
  readonly suites?: readonly PlaywrightSuite[];
  readonly specs?: readonly {
    readonly file: string;
    readonly title: string;
    readonly ok: boolean;
    readonly tests: readonly { readonly results: readonly { readonly errors?: readonly { readonly message?: string }[] }[] }[];
  }[];
};

/** How much of a reason is repeated: enough to know it again, while the whole stands above. */
const REASON_LINES = 14;

/** The failed tests of a ring, each with its reason: said once more at the very end, where a long log is read first. */
export function faultsOfVitest(files: readonly VitestFile[]): readonly string[] {
  return files.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((one) => one.status === 'failed');
    if (failed.length === 0) return status === 'failed' ? [fault(name, message)] : [];
    return failed.map(({ fullName, failureMessages }) => fault(`${name} › ${fullName}`, failureMessages?.[0]));
  });
}

/** The same of Playwright's suites. */
export function faultsOfPlaywright(suites: readonly PlaywrightSuite[]): readonly string[] {
  return suites.flatMap(({ suites: inner, specs }) => [
    ...(specs ?? []).filter(({ ok }) => !ok).map(({ file, title, tests }) => {
      const errors = tests.flatMap(({ results }) => results.flatMap((result) => result.errors ?? []));
      return fault(`${file} › ${title}`, errors[0]?.message);
    }),
    ...faultsOfPlaywright(inner ?? []),
  ]);
}

/** What went wrong before any test, such as a file that cannot be read. */
export function faultsOutside(errors: readonly { readonly message?: string }[]): readonly string[] {
  return errors.map(({ message }) => fault('before any test', message));
}

/** Vitest gives no reason where what a group does beforehand failed. */
function fault(name: string, reason = ''): string {
  const lines = (reason.trim() === '' ? 'the reason stands above, where the file ended: most likely its beforeAll failed' : reason).split('\n').filter((line) => line.trim() !== '');
  return [name, ...lines.slice(0, REASON_LINES).map((line) => `    ${line}`)].join('\n');
}
