import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import { houseRules } from './scripts/lint/house-rules.mts';
import { PURE_FILES, RAW_POWERS, TEST_FILES } from './scripts/lint/raw-powers.mts';

const CODE = ['**/*.{ts,tsx,mts}'];
const SCREENS = ['renderer/**/*.{ts,tsx}', 'gateway/**/console/**/*.{ts,tsx}', 'family/portal/**/*.{ts,tsx}'];

/** Files whose tool wants a default export. */
const CONFIGS = ['*.config.{ts,js}', '*.config.d.ts'];

export default defineConfig(
  globalIgnores([
    'out/**',
    '.cache/**',
    'data/**',
    'node_modules/**',
    'content-packs/sources/**',
    'tests/architecture/fixtures/**',
  ]),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { house: houseRules },
    rules: {
      'house/no-default-export': 'error',
      'house/file-name': 'error',
      'house/no-raw-html': 'error',
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
      eqeqeq: 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // We spread texts on purpose, to count what a reader sees rather than UTF-16 units.
      '@typescript-eslint/no-misused-spread': 'off',
      // Ports and fakes live from structural types.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // A port may ask for a promise where one of its answers needs none.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // PostgreSQL sends a count as text whatever its type says, so Number() stays.
      '@typescript-eslint/no-unnecessary-type-conversion': 'off',
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
    },
  },
  {
    files: CODE,
    ignores: ['**/*.d.ts', '**/*port.ts', 'protocol/shell/**'],
    rules: { '@typescript-eslint/consistent-type-definitions': ['error', 'type'] },
  },
  ...RAW_POWERS.map((power) => ({
    files: power.within ?? CODE,
    ignores: [...power.owners],
    rules: { [`house/${power.name}`]: 'error' },
  })),
  { files: PURE_FILES, ignores: TEST_FILES, rules: { 'house/pure': 'error' } },
  { files: SCREENS, ...reactHooks.configs.flat['recommended-latest'] },
  {
    files: ['**/*.tsx'],
    rules: { 'max-lines-per-function': ['error', { max: 80, skipBlankLines: true, skipComments: true }] },
  },
  // Tables of words and of tests are long only by listing.
  { files: ['renderer/text/**', ...TEST_FILES], rules: { 'max-lines': 'off', 'max-lines-per-function': 'off' } },
  { files: ['**/start.ts', 'scripts/**', ...TEST_FILES], rules: { 'no-console': 'off' } },
  { files: CONFIGS, rules: { 'house/no-default-export': 'off' } },
  {
    // A test reads answers of all shapes; what it expects of them is the check.
    files: TEST_FILES,
    rules: {
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-empty-function': 'off',
    },
  },
  {
    // BrowserView is deprecated, and all there is in the runtime of tests; this one file chooses (docs/electron-versions.md).
    files: ['electron/main/pack-view.ts'],
    rules: { '@typescript-eslint/no-deprecated': 'off' },
  },
  {
    files: ['**/*.{js,cjs,mjs}'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { globals: globals.node, parserOptions: { projectService: false } },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  // Pages that tests open.
  { files: ['tests/**/*.js'], languageOptions: { globals: globals.browser } },
);
