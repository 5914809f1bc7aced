import type { Technique } from '../technique.ts';
import { sources } from '../sources.ts';

/** Activity scheduling for a prison day, with a second plan for a day behind the door. */
export const dayPlan: Technique = {
  id: 'day-plan',
  area: 'lifestyle',
  minutes: 10,
  scale: 'hope',
  sources: [sources.martell, sources.balance],
  steps: [
    { id: 'before', kind: 'rate', phase: 'know', role: 'before' },
    { id: 'empty', kind: 'read', phase: 'know', picture: 'diary' },
    { id: 'kinds', kind: 'read', phase: 'know' },
    {
      id: 'sorting',
      kind: 'sort',
      phase: 'understand',
      bins: ['must', 'good', 'enjoy'],
      items: [{ id: 'clean', bin: 'must' }, { id: 'press-ups', bin: 'good' }, { id: 'football', bin: 'enjoy' }, { id: 'app', bin: 'must' }, { id: 'letter', bin: 'good' }, { id: 'song', bin: 'enjoy' }],
    },
    { id: 'day', kind: 'write', phase: 'practise', fields: [{ id: 'morning', ideas: ['wash', 'stretch', 'breakfast'] }, { id: 'work', ideas: ['work', 'class', 'gym'] }, { id: 'midday', ideas: ['rest', 'read', 'tidy'] }] },
    { id: 'later', kind: 'write', phase: 'practise', fields: [{ id: 'out', ideas: ['phone', 'shower', 'yard', 'talk'] }, { id: 'evening', ideas: ['course', 'letter', 'draw', 'workout'] }, { id: 'night', ideas: ['tomorrow', 'breathe', 'lights'] }] },
    { id: 'locked', kind: 'choose', phase: 'practise', many: true, own: true, options: ['halves', 'workout', 'tablet', 'write', 'radio', 'sleep-time'] },
    { id: 'weak', kind: 'choose', phase: 'practise', many: true, own: true, options: ['wake', 'midday', 'after-call', 'lock-up', 'night'] },
    { id: 'plan', kind: 'plan', phase: 'practise', when: ['empty', 'behind-door'], then: ['next', 'small'], whenFrom: 'weak' },
    { id: 'after', kind: 'rate', phase: 'practise', role: 'after' },
    { id: 'end', kind: 'summary', phase: 'practise', shows: ['day', 'later', 'locked', 'weak', 'plan'] },
  ],
};
