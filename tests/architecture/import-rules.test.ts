import { fileURLToPath } from 'node:url';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { beforeAll, describe, expect, it } from 'vitest';
import configuration from '../../.dependency-cruiser.cjs';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const FIXTURES = fileURLToPath(new URL('fixtures/imports', import.meta.url));

/** Every rule, and the file that breaks it. Whatever else lies in the fixtures is allowed and must stay unreported. */
const BREAKS: readonly (readonly [rule: string, from: string])[] = [
  ['protocol-is-pure', 'protocol/reads-a-file.ts'],
  ['protocol-is-pure', 'protocol/knows-a-side.ts'],
  ['sides-meet-in-protocol', 'gateway/knows-the-tablet.ts'],
  ['sides-meet-in-protocol', 'gateway/knows-the-family-service.ts'],
  ['console-and-portal-are-apart', 'gateway/knows-the-family-service.ts'],
  ['browser-folders-borrow-the-design-system-only', 'gateway/console/borrows-a-tablet-room.ts'],
  ['console-is-a-browser', 'gateway/features/messaging/console/opens-the-store.ts'],
  ['console-is-a-browser', 'gateway/people/console/opens-the-store.ts'],
  ['portal-is-a-browser', 'family/portal/opens-the-store.ts'],
  ['servers-do-not-import-pages', 'gateway/runs-a-page.ts'],
  ['staff-api-is-plain', 'gateway/features/notices/staff-api.ts'],
  ['features-do-not-know-siblings', 'gateway/features/messaging/knows-its-sibling.ts'],
  ['features-do-not-know-siblings', 'renderer/features/education/knows-its-sibling.ts'],
  ['rooms-do-not-know-features', 'gateway/db/knows-a-feature.ts'],
  ['rooms-do-not-know-features', 'gateway/runs-a-page.ts'],
  ['rooms-do-not-know-features', 'renderer/db/knows-a-feature.ts'],
  ['nobody-imports-the-composition-root', 'renderer/features/education/knows-the-app.ts'],
  ['design-system-stands-alone', 'renderer/ui/knows-a-room.ts'],
  ['builder-knows-no-importers', 'content-packs/builder/knows-an-importer.ts'],
  ['nothing-imports-tests-or-scripts', 'gateway/imports-a-script.ts'],
  ['migrations-import-nothing', 'gateway/db/migrations/0002-leans-on-a-room.ts'],
  ['no-cycles', 'gateway/chicken.ts'],
  ['pages-have-no-server-packages', 'gateway/console/uses-sql.ts'],
  ['pages-have-no-node', 'gateway/console/uses-node.ts'],
  ['servers-have-no-page-packages', 'gateway/db/uses-react.ts'],
  ['imports-can-be-resolved', 'gateway/lost.ts'],
];

let fixtures: ICruiseResult;

beforeAll(async () => {
  fixtures = await cruiseWithOurRules(FIXTURES, ['protocol', 'gateway', 'family', 'renderer', 'content-packs', 'scripts']);
});

describe('the import rules bite', () => {
  it.each(BREAKS)('%s reports %s', (rule, from) => {
    expect(reported(fixtures)).toContain(`${rule}: ${from}`);
  });

  it('report nothing but what breaks them', () => {
    expect(reported(fixtures)).toEqual(BREAKS.map(([rule, from]) => `${rule}: ${from}`).sort());
  });

  it('leave no rule without a fixture that breaks it', () => {
    const rules = (configuration.forbidden ?? []).map((rule) => rule.name ?? 'unnamed');
    expect([...new Set(BREAKS.map(([rule]) => rule))].sort()).toEqual(rules.sort());
  });
});

describe('the import rules look at our code', () => {
  // With an unsuitable TypeScript the tool cruises no module at all and calls that a success (ADR 0009).
  it('cruises TypeScript modules of every side that has any', async () => {
    const sides = ['protocol', 'electron', 'renderer', 'gateway', 'family', 'content-packs'];
    const result = await cruiseWithOurRules(PROJECT, sides);
    for (const side of sides) {
      const modules = result.modules.filter((module) => module.source.startsWith(`${side}/`));
      expect(modules.length, side).toBeGreaterThan(3);
      expect(
        modules.some((module) => module.dependencies.length > 0),
        side,
      ).toBe(true);
    }
  });
});

async function cruiseWithOurRules(baseDir: string, folders: string[]): Promise<ICruiseResult> {
  const { tsConfig: _ownPathsOnly, ...options } = configuration.options ?? {};
  const result = await cruise(folders, {
    ...options,
    baseDir,
    validate: true,
    ruleSet: { forbidden: configuration.forbidden ?? [] },
  });
  if (typeof result.output === 'string') throw new Error('dependency-cruiser answered with a text');
  return result.output;
}

function reported(result: ICruiseResult): readonly string[] {
  return result.summary.violations.map((violation) => `${violation.rule.name}: ${violation.from}`).sort();
}
