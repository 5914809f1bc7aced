import type { Technique } from '../technique.ts';
import { sources } from '../sources.ts';

/** Recognise, avoid, cope: a risky moment is known by its signs and met with a plan. */
export const spotAvoidCope: Technique = {
  id: 'spot-avoid-cope',
  area: 'situations',
  minutes: 12,
  scale: 'sure',
  sources: [sources.marlatt, sources.carroll, sources.balance],
  steps: [
    { id: 'before', kind: 'rate', phase: 'know', role: 'before' },
    { id: 'risky', kind: 'read', phase: 'know', picture: 'people' },
    { id: 'three', kind: 'read', phase: 'know' },
    { id: 'small', kind: 'read', phase: 'know' },
    {
      id: 'sorting',
      kind: 'sort',
      phase: 'understand',
      bins: ['spot', 'avoid', 'cope'],
      items: [{ id: 'tight', bin: 'spot' }, { id: 'table', bin: 'avoid' }, { id: 'line', bin: 'cope' }, { id: 'nobody', bin: 'spot' }, { id: 'landing', bin: 'avoid' }, { id: 'friend', bin: 'cope' }],
    },
    { id: 'moments', kind: 'choose', phase: 'practise', many: true, own: true, options: ['call', 'offer', 'canteen', 'evening', 'fight', 'news', 'weekend', 'release'] },
    { id: 'signs', kind: 'write', phase: 'practise', shows: ['moments'], fields: [{ id: 'sign', ideas: ['tight', 'once', 'quiet', 'near'] }] },
    { id: 'away', kind: 'write', phase: 'practise', shows: ['moments'], fields: [{ id: 'avoid', ideas: ['seat', 'door', 'busy', 'staff'] }] },
    { id: 'coping', kind: 'write', phase: 'practise', shows: ['moments', 'signs'], fields: [{ id: 'cope', ideas: ['line', 'breathe', 'talk', 'phone', 'water'] }] },
    { id: 'plan', kind: 'plan', phase: 'practise', when: ['offered', 'sign'], then: ['leave', 'talk'], thenFrom: { step: 'coping', as: 'plain' } },
    { id: 'after', kind: 'rate', phase: 'practise', role: 'after' },
    { id: 'end', kind: 'summary', phase: 'practise', shows: ['moments', 'signs', 'away', 'coping', 'plan'] },
  ],
};
