'use strict';

// Who may import whom: the seven rules of ARCHITECTURE.md, as far as imports can break them.
// Type-only imports count (`tsPreCompilationDeps`): a type is knowledge of the other side too.
// tests/architecture breaks each rule by a fixture and asserts that it is reported.

const SIDES = 'electron|renderer|gateway|family|content-packs';
const TEST = '\\.test\\.(ts|tsx|mts)$';
/** Folders that run in a browser although they lie on a server's side. */
const STAFF_CONSOLE = '^gateway/console/|^gateway/[a-z-]+/console/|^gateway/features/.+/console/';
const BROWSER_FOLDERS = `${STAFF_CONSOLE}|^family/portal/`;

/**
 * npm packages that belong to one kind of runtime. A new one is added here with its reason in an ADR. `pdfjs-dist` and
 * `minisearch` stand in neither list: the builder reads and indexes with what the page shows and searches with.
 */
const SERVER_PACKAGES =
  'node_modules/(fastify|@fastify|pg|kysely|commander|yaml|marked|@peculiar|electron|pdfkit|csv-stringify|gift-pegjs|parse5|saxes|yauzl|yazl|playwright-core|@fontsource)/';
const PAGE_PACKAGES =
  'node_modules/(react|react-dom|react-aria-components|react-i18next|dexie|dexie-react-hooks|zustand|lucide-react|workbox-window|scorm-again|@likecoin/epub-ts|media-captions|@fontsource-variable)/';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'protocol-is-pure',
      comment: 'Rule 1. Protocol imports itself and zod: it must mean the same in every runtime, for years.',
      severity: 'error',
      from: { path: '^protocol/', pathNot: TEST },
      to: { pathNot: '^protocol/|node_modules/zod/' },
    },
    {
      name: 'sides-meet-in-protocol',
      comment:
        'Rule 2. Programs that run apart must not know each other, not even by a type: put the sentence into protocol/, or run the other side as a program.',
      severity: 'error',
      from: { path: `^(${SIDES})/`, pathNot: BROWSER_FOLDERS },
      to: { path: `^(${SIDES})/`, pathNot: '^$1/' },
    },
    {
      name: 'browser-folders-borrow-the-design-system-only',
      comment:
        'Rule 2 and ADR 0011. A console or the portal is its own page; of the tablet it may use renderer/ui, nothing else.',
      severity: 'error',
      from: { path: BROWSER_FOLDERS },
      to: { path: `^(${SIDES})/`, pathNot: '^(gateway|family)/|^renderer/ui/' },
    },
    {
      name: 'console-and-portal-are-apart',
      comment: 'Rule 2. The staff console and the family portal are two sides.',
      severity: 'error',
      from: { path: '^(gateway|family)/' },
      to: { path: '^(gateway|family)/', pathNot: '^$1/' },
    },
    {
      name: 'console-is-a-browser',
      comment:
        "Rule 2. A console folder runs in a browser: of the gateway it imports console folders and its feature's staff-api.ts.",
      severity: 'error',
      from: { path: STAFF_CONSOLE, pathNot: TEST },
      to: { path: '^gateway/', pathNot: `${STAFF_CONSOLE}|^gateway/.*staff-api\\.ts$` },
    },
    {
      name: 'portal-is-a-browser',
      comment: 'Rule 2. The portal runs in a browser: of the family service it imports portal files and portal-api.ts.',
      severity: 'error',
      from: { path: '^family/portal/', pathNot: TEST },
      to: { path: '^family/', pathNot: '^family/portal/|^family/.*-api\\.ts$' },
    },
    {
      name: 'servers-do-not-import-pages',
      comment: 'Rule 2. A server sends its pages as built files; it does not run them.',
      severity: 'error',
      from: { path: '^(gateway|family)/', pathNot: BROWSER_FOLDERS },
      to: { path: BROWSER_FOLDERS },
    },
    {
      name: 'staff-api-is-plain',
      comment:
        'Section 4. staff-api.ts is read by the server and by the console, so nothing it needs may lead to the server: protocol, zod, and pure tables of its own feature only.',
      severity: 'error',
      from: { path: '^(gateway|family)/.*(staff|portal)-api\\.ts$' },
      to: {
        path: '^(gateway|family)/(db|http|sync|link|family-link)/|node_modules/(kysely|fastify|pg)/|^(node:)?(crypto|fs|http|net)$',
        reachable: true,
      },
    },
    {
      name: 'features-do-not-know-siblings',
      comment: 'Rule 3. What two features need is a room, or it belongs into protocol/.',
      severity: 'error',
      from: { path: '^(renderer|gateway)/features/([^/]+)/' },
      to: { path: '^$1/features/', pathNot: '^$1/features/$2/' },
    },
    {
      name: 'rooms-do-not-know-features',
      comment:
        'Rules 4 and 5. Only app/, start.ts and the written-out lists know the features; rooms are handed what they need.',
      severity: 'error',
      from: {
        path: '^(renderer|gateway)/',
        pathNot:
          '^(renderer|gateway)/features/|^renderer/(app/|start\\.tsx?$|main\\.tsx?$)|^gateway/(start|app|features|migrations)\\.ts$|^gateway/console/(main|app|features|routes|start)\\.tsx?$',
      },
      to: { path: '^$1/features/' },
    },
    {
      name: 'nobody-imports-the-composition-root',
      comment: 'Rule 5. app/ knows the rooms and features, never the other way round.',
      severity: 'error',
      from: { path: '^renderer/', pathNot: `^renderer/(app/|start\\.tsx?$|main\\.tsx?$)|${TEST}` },
      to: { path: '^renderer/app/' },
    },
    {
      name: 'design-system-stands-alone',
      comment: 'ADR 0011. renderer/ui is borrowed by consoles and portal, so it knows nothing of the tablet.',
      severity: 'error',
      from: { path: '^renderer/ui/', pathNot: TEST },
      to: { path: '^renderer/', pathNot: '^renderer/ui/' },
    },
    {
      name: 'builder-knows-no-importers',
      comment:
        'content-packs/README.md. What builds and judges a pack is the same for every course, whatever it was made from: an importer writes a source folder and is then forgotten.',
      severity: 'error',
      from: { path: '^content-packs/(builder|checker)/', pathNot: TEST },
      to: { path: '^content-packs/', pathNot: '^content-packs/(builder|checker)/' },
    },
    {
      name: 'nothing-imports-tests-or-scripts',
      comment: 'Rule 7. What ships does not lean on what tests or builds it.',
      severity: 'error',
      from: { path: `^(${SIDES}|protocol)/`, pathNot: TEST },
      to: { path: '^(tests|scripts)/' },
    },
    {
      name: 'migrations-import-nothing',
      comment:
        'Rule 7. A migration means the same for ever, so it leans on nothing that may change but the migration helper.',
      severity: 'error',
      from: { path: '^(gateway|family)/db/migrations/', pathNot: TEST },
      to: { pathNot: '^$1/db/migration[^/]*\\.ts$|^$1/db/migrations/|node_modules/kysely/' },
    },
    {
      name: 'no-cycles',
      comment: 'Rule 7. Of two files that import each other neither can be read first.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'pages-have-no-server-packages',
      comment: 'Decision 4. A page has neither Node nor a server package.',
      severity: 'error',
      from: { path: `^renderer/|${BROWSER_FOLDERS}`, pathNot: TEST },
      to: { path: SERVER_PACKAGES },
    },
    {
      name: 'pages-have-no-node',
      comment: 'Decision 4. A page has no Node.',
      severity: 'error',
      from: { path: `^renderer/|${BROWSER_FOLDERS}`, pathNot: TEST },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'servers-have-no-page-packages',
      comment: 'Section 8, 14. React and Dexie belong to pages.',
      severity: 'error',
      from: { path: '^(electron|gateway|family|content-packs)/', pathNot: `${BROWSER_FOLDERS}|${TEST}` },
      to: { path: PAGE_PACKAGES },
    },
    {
      name: 'imports-can-be-resolved',
      comment: 'An import nobody can follow is one that no rule can judge.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(out|\\.cache|data)/|^content-packs/sources/|^tests/architecture/fixtures/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'require', 'node', 'default'],
      mainFields: ['module', 'main', 'types'],
      extensions: ['.ts', '.tsx', '.mts', '.js', '.cjs', '.mjs', '.json', '.d.ts', '.css'],
    },
  },
};
