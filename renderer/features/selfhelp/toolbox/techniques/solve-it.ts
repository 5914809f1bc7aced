import type { Technique } from '../technique.ts';
import { sources } from '../sources.ts';

/** Problem solving in steps, beginning with what can be changed at all. */
export const solveIt: Technique = {
  id: 'solve-it',
  area: 'situations',
  minutes: 12,
  scale: 'stress',
  sources: [sources.dzurilla, sources.pmPlus],
  steps: [
    { id: 'before', kind: 'rate', phase: 'know', role: 'before' },
    { id: 'steps', kind: 'read', phase: 'know' },
    { id: 'can', kind: 'read', phase: 'know' },
    {
      id: 'sorting',
      kind: 'sort',
      phase: 'understand',
      bins: ['can', 'cannot'],
      items: [{ id: 'sentence', bin: 'cannot' }, { id: 'application', bin: 'can' }, { id: 'debt', bin: 'can' }, { id: 'past', bin: 'cannot' }, { id: 'reply', bin: 'cannot' }, { id: 'write', bin: 'can' }],
    },
    { id: 'problem', kind: 'write', phase: 'practise', fields: [{ id: 'what', ideas: ['debt', 'family', 'cell', 'housing'] }] },
    { id: 'ideas', kind: 'write', phase: 'practise', shows: ['problem'], fields: [{ id: 'one', ideas: ['ask-staff', 'app'] }, { id: 'two', ideas: ['family', 'peer'] }, { id: 'three', ideas: ['small', 'wait'] }] },
    { id: 'weigh', kind: 'write', phase: 'practise', shows: ['ideas'], fields: [{ id: 'best', ideas: ['first', 'second', 'third'] }, { id: 'good' }, { id: 'bad' }] },
    { id: 'act', kind: 'write', phase: 'practise', shows: ['weigh'], fields: [{ id: 'step', ideas: ['write-app', 'speak', 'call'] }, { id: 'when', ideas: ['today', 'unlock', 'week'] }] },
    { id: 'plan', kind: 'plan', phase: 'practise', when: ['unlock', 'stuck'], then: ['do', 'next'], thenFrom: { step: 'act', as: 'try' } },
    { id: 'after', kind: 'rate', phase: 'practise', role: 'after' },
    { id: 'end', kind: 'summary', phase: 'practise', shows: ['problem', 'ideas', 'weigh', 'act', 'plan'] },
  ],
};
