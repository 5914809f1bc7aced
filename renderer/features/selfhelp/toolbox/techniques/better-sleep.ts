import type { Technique } from '../technique.ts';
import { sources } from '../sources.ts';

/** Sleep: stimulus control, a worry list and muscle relaxation, as far as a cell allows. */
export const betterSleep: Technique = {
  id: 'better-sleep',
  area: 'body',
  minutes: 12,
  scale: 'sure',
  sources: [sources.bootzin, sources.jacobson, sources.nhsSleep],
  steps: [
    { id: 'before', kind: 'rate', phase: 'know', role: 'before' },
    { id: 'clock', kind: 'read', phase: 'know', picture: 'calm' },
    { id: 'bed', kind: 'read', phase: 'know' },
    { id: 'clean', kind: 'read', phase: 'know' },
    {
      id: 'sorting',
      kind: 'sort',
      phase: 'understand',
      bins: ['helps', 'harms'],
      items: [{ id: 'same-time', bin: 'helps' }, { id: 'nap', bin: 'harms' }, { id: 'strong-tea', bin: 'harms' }, { id: 'move', bin: 'helps' }, { id: 'list', bin: 'helps' }, { id: 'clock-watching', bin: 'harms' }],
    },
    { id: 'worries', kind: 'write', phase: 'practise', fields: [{ id: 'on-mind', ideas: ['family', 'court', 'money'] }, { id: 'tomorrow', ideas: ['ask', 'phone', 'can-wait'] }] },
    { id: 'relax', kind: 'timer', phase: 'practise', seconds: 240, pace: 'still', stages: ['lie', 'feet', 'legs', 'stomach', 'hands', 'shoulders', 'face', 'whole'] },
    { id: 'tonight', kind: 'choose', phase: 'practise', many: true, own: true, options: ['get-up', 'no-tea', 'tv-off', 'list', 'relax', 'chair'] },
    { id: 'plan', kind: 'plan', phase: 'practise', when: ['awake', 'worry'], then: ['sit', 'breathe'], thenFrom: { step: 'tonight', as: 'try' } },
    { id: 'after', kind: 'rate', phase: 'practise', role: 'after' },
    { id: 'end', kind: 'summary', phase: 'practise', shows: ['worries', 'tonight', 'plan'] },
  ],
};
