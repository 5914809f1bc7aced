import type { Technique } from '../technique.ts';
import { sources } from '../sources.ts';

/** Values, one goal that can be seen, and if-then plans for the moment it gets hard. */
export const whatMatters: Technique = {
  id: 'what-matters',
  area: 'lifestyle',
  minutes: 12,
  scale: 'hope',
  sources: [sources.miller, sources.values, sources.gollwitzer],
  steps: [
    { id: 'before', kind: 'rate', phase: 'know', role: 'before' },
    { id: 'compass', kind: 'read', phase: 'know', picture: 'door' },
    { id: 'goal', kind: 'read', phase: 'know' },
    { id: 'if-then', kind: 'read', phase: 'know' },
    { id: 'check', kind: 'quiz', phase: 'understand', options: ['better', 'sunday', 'never'], right: 'sunday' },
    { id: 'values', kind: 'choose', phase: 'practise', many: true, own: true, options: ['family', 'health', 'freedom', 'faith', 'honest', 'learning', 'work', 'peace', 'friends', 'respect', 'making', 'giving'] },
    { id: 'why', kind: 'write', phase: 'practise', shows: ['values'], fields: [{ id: 'because', ideas: ['children', 'proud', 'tired', 'life'] }] },
    { id: 'mine', kind: 'write', phase: 'practise', shows: ['values'], fields: [{ id: 'goal', ideas: ['call', 'course', 'clean-week', 'fit'] }, { id: 'first', ideas: ['today', 'ask', 'ten'] }] },
    { id: 'block', kind: 'choose', phase: 'practise', many: true, own: true, options: ['tired', 'locked', 'offer', 'bad-news', 'no-point'] },
    { id: 'plan', kind: 'plan', phase: 'practise', when: ['give-up', 'lock-up'], then: ['smallest', 'why'], whenFrom: 'block', thenFrom: { step: 'mine', as: 'try' } },
    { id: 'after', kind: 'rate', phase: 'practise', role: 'after' },
    { id: 'end', kind: 'summary', phase: 'practise', shows: ['values', 'why', 'mine', 'block', 'plan'] },
  ],
};
