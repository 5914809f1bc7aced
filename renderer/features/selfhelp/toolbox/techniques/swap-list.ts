import type { Technique } from '../technique.ts';
import { sources } from '../sources.ts';

/** Behaviour substitution: what a habit did for me, and what else could do it. */
export const swapList: Technique = {
  id: 'swap-list',
  area: 'behaviours',
  minutes: 9,
  scale: 'sure',
  sources: [sources.taxonomy, sources.martell, sources.balance],
  steps: [
    { id: 'before', kind: 'rate', phase: 'know', role: 'before' },
    { id: 'job', kind: 'read', phase: 'know', picture: 'door' },
    { id: 'swap', kind: 'read', phase: 'know' },
    { id: 'check', kind: 'quiz', phase: 'understand', options: ['stop', 'same-job', 'all'], right: 'same-job' },
    { id: 'habit', kind: 'choose', phase: 'practise', many: true, own: true, options: ['using', 'hooch', 'bed', 'anger', 'debt', 'alone'] },
    { id: 'gave', kind: 'choose', phase: 'practise', many: true, own: true, options: ['relax', 'sleep', 'forget', 'belong', 'buzz', 'pain'] },
    { id: 'swaps', kind: 'choose', phase: 'practise', many: true, own: true, options: ['workout', 'tidy', 'write', 'draw', 'music', 'game', 'pray', 'learn', 'tea', 'shower'] },
    { id: 'first', kind: 'write', phase: 'practise', shows: ['gave', 'swaps'], fields: [{ id: 'try', ideas: ['today', 'tomorrow', 'after-lock-up'] }, { id: 'need', ideas: ['paper', 'ask', 'nothing'] }] },
    { id: 'plan', kind: 'plan', phase: 'practise', when: ['pull', 'bored'], then: ['swap', 'ten'], thenFrom: { step: 'swaps', as: 'try' } },
    { id: 'after', kind: 'rate', phase: 'practise', role: 'after' },
    { id: 'end', kind: 'summary', phase: 'practise', shows: ['habit', 'gave', 'swaps', 'first', 'plan'] },
  ],
};
