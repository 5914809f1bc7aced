import type { Technique } from '../technique.ts';
import { sources } from '../sources.ts';

/** A lapse turned into learning. It asks what led there, never what was taken. */
export const afterASlip: Technique = {
  id: 'after-a-slip',
  area: 'thoughts',
  minutes: 10,
  scale: 'stress',
  sources: [sources.marlatt, sources.marlattDonovan, sources.whoOverdose],
  steps: [
    { id: 'safe', kind: 'read', phase: 'know' },
    { id: 'before', kind: 'rate', phase: 'know', role: 'before' },
    { id: 'slip', kind: 'read', phase: 'know', picture: 'calm' },
    { id: 'trap', kind: 'read', phase: 'know' },
    { id: 'check', kind: 'quiz', phase: 'understand', options: ['all-gone', 'learn', 'hide'], right: 'learn' },
    { id: 'chain', kind: 'write', phase: 'practise', fields: [{ id: 'start', ideas: ['call', 'argument', 'bored', 'offer'] }, { id: 'felt', ideas: ['low', 'angry', 'lonely', 'wired'] }, { id: 'said', ideas: ['one', 'earned', 'nobody'] }] },
    { id: 'turn', kind: 'write', phase: 'practise', shows: ['chain'], fields: [{ id: 'exit', ideas: ['leave', 'talk', 'wait', 'say-no'] }] },
    { id: 'kind', kind: 'write', phase: 'practise', fields: [{ id: 'to-friend', ideas: ['one-day', 'still', 'tried'] }] },
    { id: 'next', kind: 'choose', phase: 'practise', many: true, own: true, options: ['tell', 'worker', 'rid', 'eat', 'day', 'plan'] },
    { id: 'plan', kind: 'plan', phase: 'practise', when: ['same', 'shame'], then: ['exit', 'tell'], thenFrom: { step: 'turn', as: 'try' } },
    { id: 'after', kind: 'rate', phase: 'practise', role: 'after' },
    { id: 'end', kind: 'summary', phase: 'practise', shows: ['chain', 'turn', 'kind', 'next', 'plan'] },
  ],
};
