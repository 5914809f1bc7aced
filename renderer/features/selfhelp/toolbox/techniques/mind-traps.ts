import type { Technique } from '../technique.ts';
import { sources } from '../sources.ts';

/** Cognitive restructuring: a thought, its trap, what speaks for and against it, and a fairer one. */
export const mindTraps: Technique = {
  id: 'mind-traps',
  area: 'thoughts',
  minutes: 12,
  scale: 'stress',
  sources: [sources.beck, sources.judithBeck, sources.nhsThoughts],
  steps: [
    { id: 'before', kind: 'rate', phase: 'know', role: 'before' },
    { id: 'fact', kind: 'read', phase: 'know' },
    { id: 'chain', kind: 'read', phase: 'know' },
    { id: 'traps', kind: 'read', phase: 'know' },
    { id: 'ruined', kind: 'quiz', phase: 'understand', options: ['black-white', 'mind-reading', 'fortune'], right: 'black-white' },
    { id: 'looked', kind: 'quiz', phase: 'understand', options: ['dark-glasses', 'mind-reading', 'permission'], right: 'mind-reading' },
    { id: 'moment', kind: 'write', phase: 'practise', fields: [{ id: 'what', ideas: ['letter', 'officer', 'offer'] }, { id: 'thought', ideas: ['nobody', 'one', 'mess', 'never'] }] },
    { id: 'trap', kind: 'choose', phase: 'practise', many: true, own: false, options: ['black-white', 'mind-reading', 'fortune', 'dark-glasses', 'blame', 'permission'] },
    { id: 'evidence', kind: 'write', phase: 'practise', shows: ['moment'], fields: [{ id: 'for', ideas: ['happened', 'felt'] }, { id: 'against', ideas: ['helped', 'got-through', 'not-know', 'friend'] }] },
    { id: 'fairer', kind: 'write', phase: 'practise', shows: ['moment', 'evidence'], fields: [{ id: 'balanced', ideas: ['hard', 'one-slip', 'ask', 'pass'] }] },
    { id: 'after', kind: 'rate', phase: 'practise', role: 'after' },
    { id: 'plan', kind: 'plan', phase: 'practise', when: ['thought', 'down'], then: ['name', 'fairer'], thenFrom: { step: 'fairer', as: 'say' } },
    { id: 'end', kind: 'summary', phase: 'practise', shows: ['moment', 'trap', 'evidence', 'fairer', 'plan'] },
  ],
};
