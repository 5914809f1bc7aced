import type { Technique } from '../technique.ts';
import { sources } from '../sources.ts';

/**
 * Loss of tolerance before release, and what to do in an overdose. It names no amount and no way of using: every
 * sentence leads to help, to naloxone, and to not being alone (domain.md 2.1).
 */
export const stayAlive: Technique = {
  id: 'stay-alive',
  area: 'lifestyle',
  minutes: 12,
  scale: 'sure',
  sources: [sources.whoOverdose, sources.whoPrison, sources.orangeBook, sources.naloxone, sources.merrall, sources.nhsAlcohol],
  steps: [
    { id: 'before', kind: 'rate', phase: 'know', role: 'before' },
    { id: 'forgets', kind: 'read', phase: 'know', picture: 'door' },
    { id: 'no-safe', kind: 'read', phase: 'know' },
    { id: 'mixing', kind: 'read', phase: 'know' },
    { id: 'signs', kind: 'read', phase: 'know' },
    { id: 'act', kind: 'read', phase: 'know' },
    { id: 'protect', kind: 'read', phase: 'know' },
    { id: 'check', kind: 'quiz', phase: 'understand', options: ['stronger', 'lost', 'nothing'], right: 'lost' },
    {
      id: 'sorting',
      kind: 'sort',
      phase: 'understand',
      bins: ['do', 'do-not'],
      items: [{ id: 'call', bin: 'do' }, { id: 'sleep-off', bin: 'do-not' }, { id: 'side', bin: 'do' }, { id: 'cold-shower', bin: 'do-not' }, { id: 'leave', bin: 'do-not' }, { id: 'stay', bin: 'do' }],
    },
    { id: 'ready', kind: 'choose', phase: 'practise', many: true, own: true, options: ['naloxone', 'appointment', 'medicine', 'met', 'first-night', 'number'] },
    { id: 'people', kind: 'write', phase: 'practise', fields: [{ id: 'with', ideas: ['family', 'friend', 'hostel'] }, { id: 'tell', ideas: ['worker', 'mum', 'partner'] }] },
    { id: 'plan', kind: 'plan', phase: 'practise', when: ['release-pull', 'old-friend'], then: ['phone', 'go-to'] },
    { id: 'after', kind: 'rate', phase: 'practise', role: 'after' },
    { id: 'end', kind: 'summary', phase: 'practise', shows: ['ready', 'people', 'plan'] },
  ],
};
