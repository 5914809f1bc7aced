import type { Technique } from '../technique.ts';
import { sources } from '../sources.ts';

/** Assertiveness: neither giving in nor attacking, tried out in a talk that branches. */
export const speakUp: Technique = {
  id: 'speak-up',
  area: 'behaviours',
  minutes: 12,
  scale: 'sure',
  sources: [sources.alberti, sources.monti],
  steps: [
    { id: 'before', kind: 'rate', phase: 'know', role: 'before' },
    { id: 'ways', kind: 'read', phase: 'know', picture: 'people' },
    { id: 'steady', kind: 'read', phase: 'know' },
    {
      id: 'sorting',
      kind: 'sort',
      phase: 'understand',
      bins: ['give', 'attack', 'steady'],
      items: [{ id: 'fine', bin: 'give' }, { id: 'always', bin: 'attack' }, { id: 'when', bin: 'steady' }, { id: 'nothing', bin: 'give' }, { id: 'or-else', bin: 'attack' }, { id: 'could', bin: 'steady' }],
    },
    {
      id: 'night',
      kind: 'talk',
      phase: 'practise',
      start: 'loud',
      nodes: {
        loud: { choices: [{ id: 'break', to: 'try-it' }, { id: 'silent', to: 'hour' }, { id: 'ask', to: 'need' }] },
        hour: { choices: [{ id: 'shout', to: 'try-it' }, { id: 'a-word', to: 'need' }, { id: 'still-silent', to: 'swallowed' }] },
        'try-it': { choices: [{ id: 'sorry', to: 'need' }, { id: 'step', to: 'fight' }] },
        need: { choices: [{ id: 'both', to: 'low' }, { id: 'your-problem', to: 'stuck' }, { id: 'forget', to: 'swallowed' }] },
        low: { choices: [{ id: 'deal', to: 'agreed' }, { id: 'think', to: 'begun' }] },
        agreed: { end: 'good' },
        begun: { end: 'good' },
        swallowed: { end: 'mixed' },
        stuck: { end: 'mixed' },
        fight: { end: 'hard' },
      },
    },
    { id: 'mine', kind: 'write', phase: 'practise', fields: [{ id: 'when', ideas: ['noise', 'app', 'call'] }, { id: 'feel', ideas: ['angry', 'worried', 'small'] }, { id: 'like', ideas: ['turn-down', 'tell', 'listen'] }] },
    { id: 'aloud', kind: 'read', phase: 'practise' },
    { id: 'plan', kind: 'plan', phase: 'practise', when: ['wound', 'give-in'], then: ['three', 'wait'] },
    { id: 'after', kind: 'rate', phase: 'practise', role: 'after' },
    { id: 'end', kind: 'summary', phase: 'practise', shows: ['mine', 'plan'] },
  ],
};
