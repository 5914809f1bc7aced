import { join } from 'node:path';
import { defineConfig } from 'oxlint';
import { ANY_SCRIPT, PLAIN_JAVASCRIPT, REACT_HOOKS, TYPE_AWARE, TYPESCRIPT } from './scripts/lint/known-rules.mts';
import { PURE_FILES, RAW_POWERS, TEST_FILES } from './scripts/lint/raw-powers.mts';

const CODE = ['**/*.{ts,tsx,mts}'];
const SCREENS = ['renderer/**/*.{ts,tsx}', 'gateway/**/console/**/*.{ts,tsx}', 'family/portal/**/*.{ts,tsx}'];

/** Files whose tool wants a default export. */
const DEFAULT_EXPORTS = ['./*.config.ts', 'scripts/lint/house-rules.mts'];

/** Run by a browser as they are: the page in a runtime pack, and pages that tests open. */
const PAGE_SCRIPTS = ['content-packs/runtimes/**/*.js', 'tests/**/*.js'];

export default defineConfig({
  options: { typeAware: true, reportUnusedDisableDirectives: 'error', maxWarnings: 0 },
  categories: { correctness: 'off' },
  plugins: ['eslint', 'typescript', 'react'],
  jsPlugins: [{ name: 'house', specifier: join(import.meta.dirname, 'scripts/lint/house-rules.mts') }],
  ignorePatterns: [
    'out/**',
    '.cache/**',
    'data/**',
    'node_modules/**',
    'content-packs/sources/**',
    'tests/architecture/fixtures/**',
  ],
  rules: {
    ...all('error', [...ANY_SCRIPT, ...TYPESCRIPT, ...TYPE_AWARE]),
    'house/no-default-export': 'error',
    'house/file-name': 'error',
    'house/no-raw-html': 'error',
    'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
    'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
    'no-console': 'error',
    eqeqeq: 'error',
    'no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'all' }],
    'typescript/ban-ts-comment': ['error', { minimumDescriptionLength: 10 }],
    'typescript/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
    'typescript/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    'typescript/restrict-plus-operands': [
      'error',
      { allowAny: false, allowBoolean: false, allowNullish: false, allowNumberAndString: false, allowRegExp: false },
    ],
    'typescript/restrict-template-expressions': ['error', { allowNumber: true }],
    'typescript/return-await': ['error', 'error-handling-correctness-only'],
    'typescript/no-unnecessary-condition': ['error', { allowConstantLoopConditions: 'only-allowed-literals' }],
  },
  overrides: [
    {
      files: CODE,
      excludeFiles: ['**/*.d.ts', '**/*port.ts', 'protocol/shell/**'],
      rules: { 'typescript/consistent-type-definitions': ['error', 'type'] },
    },
    ...RAW_POWERS.map((power) => ({
      files: [...(power.within ?? CODE)],
      excludeFiles: [...power.owners],
      rules: { [`house/${power.name}`]: 'error' as const },
    })),
    { files: PURE_FILES, excludeFiles: TEST_FILES, rules: { 'house/pure': 'error' } },
    { files: SCREENS, rules: all('error', REACT_HOOKS) },
    {
      files: ['**/*.tsx'],
      rules: { 'max-lines-per-function': ['error', { max: 80, skipBlankLines: true, skipComments: true }] },
    },
    // Tables of words and of tests are long only by listing.
    { files: ['renderer/text/**', ...TEST_FILES], rules: all('off', ['max-lines', 'max-lines-per-function']) },
    { files: ['**/start.ts', 'scripts/**', ...TEST_FILES], rules: { 'no-console': 'off' } },
    { files: DEFAULT_EXPORTS, rules: { 'house/no-default-export': 'off' } },
    {
      // A test reads answers of all shapes; what it expects of them is the check.
      files: TEST_FILES,
      rules: all('off', [
        'typescript/no-explicit-any',
        'typescript/no-non-null-assertion',
        'typescript/no-unsafe-argument',
        'typescript/no-unsafe-assignment',
        'typescript/no-unsafe-call',
        'typescript/no-unsafe-member-access',
        'typescript/no-unsafe-return',
        'typescript/unbound-method',
      ]),
    },
    {
      // BrowserView is deprecated, and all there is in the runtime of tests; this one file chooses (docs/electron-versions.md).
      files: ['electron/main/pack-view.ts'],
      rules: { 'typescript/no-deprecated': 'off' },
    },
    {
      files: ['**/*.{js,cjs,mjs}'],
      env: { node: true },
      rules: { ...all('off', [...TYPE_AWARE, 'typescript/no-require-imports']), ...all('error', PLAIN_JAVASCRIPT) },
    },
    { files: PAGE_SCRIPTS, env: { browser: true } },
  ],
});

/** One severity for many rules. */
function all(severity: 'error' | 'off', rules: readonly string[]) {
  return Object.fromEntries(rules.map((rule) => [rule, severity]));
}
