import { describe, expect, it } from 'vitest';
import { areas } from '#protocol/selfhelp/schema.ts';
import { readingGrade, sentencesOf } from '#protocol/packs/reading-grade.ts';
import { LANGUAGES } from '../../../text/languages.ts';
import { textFiles } from '../../../text/namespaces.ts';
import type { StepWords, TechniqueWords } from '../../../text/technique-words.ts';
import { phases, techniqueIds, type Step, type TalkStep } from './technique.ts';
import { techniques } from './techniques.ts';

const all = techniqueIds.map((id) => techniques[id]);

/** The parts of the words that a step needs, each with the ids that must be in it and no other. */
function partsOf(step: Step): Partial<Record<keyof StepWords, readonly string[]>> {
  switch (step.kind) {
    case 'quiz':
      return { options: step.options, replies: step.options };
    case 'sort':
      return { bins: step.bins, items: step.items.map(({ id }) => id) };
    case 'choose':
      return { options: step.options };
    case 'write':
      return { fields: step.fields.map(({ id }) => id), ideas: step.fields.flatMap(({ ideas = [] }) => ideas) };
    case 'timer':
      return { stages: step.stages };
    case 'talk':
      return { says: Object.keys(step.nodes), options: Object.values(step.nodes).flatMap((node) => ('choices' in node ? node.choices.map(({ id }) => id) : [])) };
    case 'plan':
      return { ideas: [...step.when, ...step.then] };
    case 'read':
    case 'rate':
    case 'summary':
      return {};
  }
}

const BY_ID = ['options', 'replies', 'items', 'bins', 'fields', 'ideas', 'stages', 'says'] as const;
const sorted = (ids: Iterable<string>) => [...new Set(ids)].sort();

describe('the toolbox', () => {
  it('has at least twelve techniques, and one for each area of the map', () => {
    expect(all.length).toBeGreaterThanOrEqual(12);
    expect(new Set(all.map(({ area }) => area))).toEqual(new Set(areas));
  });

  it.each(techniqueIds)('%s takes five to fifteen minutes, says where it comes from, and has its own id', (id) => {
    const { minutes, sources, id: own } = techniques[id];
    expect(own).toBe(id);
    expect(minutes).toBeGreaterThanOrEqual(5);
    expect(minutes).toBeLessThanOrEqual(15);
    expect(sources.length).toBeGreaterThan(0);
  });

  it.each(techniqueIds)('%s goes from knowing over an example to doing it, and never back', (id) => {
    const order = techniques[id].steps.map((step) => phases.indexOf(step.phase));
    expect(order).toEqual([...order].sort((one, other) => one - other));
    expect(new Set(order).size).toBe(phases.length - (techniques[id].steps.some(({ phase }) => phase === 'understand') ? 0 : 1));
  });

  it.each(techniqueIds)('%s is rated before and after, makes a plan and ends with what came of it', (id) => {
    const { steps } = techniques[id];
    const rates = steps.filter((step) => step.kind === 'rate').map(({ role }) => role);
    expect(rates).toEqual(['before', 'after']);
    expect(steps.filter(({ kind }) => kind === 'plan')).toHaveLength(1);
    expect(steps.at(-1)?.kind).toBe('summary');
    expect(steps.at(-1)?.id).toBe('end');
    expect(new Set(steps.map((step) => step.id)).size).toBe(steps.length);
  });

  it.each(techniqueIds)('%s asks for nothing that is answered nowhere', (id) => {
    const { steps } = techniques[id];
    steps.forEach((step, index) => {
      const earlier = steps.slice(0, index).map((one) => one.id);
      if (step.kind === 'write' || step.kind === 'summary') expect(earlier).toEqual(expect.arrayContaining([...(step.shows ?? [])]));
      if (step.kind === 'plan') expect(earlier).toEqual(expect.arrayContaining([step.whenFrom, step.thenFrom?.step].filter((from) => from !== undefined)));
      if (step.kind === 'quiz') expect(step.options).toContain(step.right);
      if (step.kind === 'sort') expect(step.bins).toEqual(expect.arrayContaining(step.items.map(({ bin }) => bin)));
    });
  });
});

describe.each(LANGUAGES)('the words of the techniques in %s', (language) => {
  it.each(techniqueIds)('are there for every step of %s, with nothing over', async (id) => {
    const { text } = await textFiles[language].techniques();
    const words: TechniqueWords = text[id];
    expect(sorted(Object.keys(words.steps))).toEqual(sorted(techniques[id].steps.map((step) => step.id)));
    for (const step of techniques[id].steps) {
      const said = words.steps[step.id]!;
      const parts = partsOf(step);
      if (step.kind === 'read') expect(said.body, step.id).toBeDefined();
      for (const part of BY_ID) expect(sorted(Object.keys(said[part] ?? {})), `${step.id}.${part}`).toEqual(sorted(parts[part] ?? []));
    }
  });
});

it.each(techniqueIds)('the explanations of %s can be read at the age of nine', async (id) => {
  const { steps }: TechniqueWords = (await textFiles.en.techniques()).text[id];
  const explained = Object.values(steps).flatMap(({ body, hint, replies, stages }) => [body, hint, ...Object.values(replies ?? {}), ...Object.values(stages ?? {})]);
  expect(readingGrade(explained.flatMap((words) => sentencesOf(words ?? '')))).toBeLessThanOrEqual(4);
});

describe('a role-play', () => {
  const talks = all.flatMap(({ steps }) => steps.filter((step): step is TalkStep => step.kind === 'talk'));

  it('is there for saying no and for speaking up', () => {
    expect(talks.length).toBeGreaterThanOrEqual(2);
  });

  it.each(talks)('$id: every path reaches an end, every turn can be reached, and no choice stands twice', (talk) => {
    const reached = new Set<string>();
    const walk = (node: string, path: readonly string[]): void => {
      expect(path, 'a talk that goes in a circle').not.toContain(node);
      reached.add(node);
      const at = talk.nodes[node]!;
      if ('end' in at) return;
      expect(at.choices.length).toBeGreaterThanOrEqual(2);
      for (const choice of at.choices) walk(choice.to, [...path, node]);
    };
    walk(talk.start, []);
    expect(sorted(reached)).toEqual(sorted(Object.keys(talk.nodes)));
    const choices = Object.values(talk.nodes).flatMap((node) => ('choices' in node ? node.choices.map(({ id }) => id) : []));
    expect(new Set(choices).size).toBe(choices.length);
  });
});
