import type { Technique } from '../technique.ts';
import { sources } from '../sources.ts';

/** Refusal: a short no, tried out in a talk that branches. */
export const sayNo: Technique = {
  id: 'say-no',
  area: 'situations',
  minutes: 10,
  scale: 'sure',
  sources: [sources.monti, sources.carroll],
  steps: [
    { id: 'before', kind: 'rate', phase: 'know', role: 'before' },
    { id: 'short', kind: 'read', phase: 'know', picture: 'people' },
    { id: 'how', kind: 'read', phase: 'know' },
    { id: 'check', kind: 'quiz', phase: 'understand', options: ['later', 'gym', 'test'], right: 'gym' },
    {
      id: 'door',
      kind: 'talk',
      phase: 'practise',
      start: 'offer',
      nodes: {
        offer: { choices: [{ id: 'no', to: 'push' }, { id: 'later', to: 'pillow' }, { id: 'what', to: 'stuff' }] },
        push: { choices: [{ id: 'tea', to: 'needle' }, { id: 'reason', to: 'saturday' }, { id: 'one', to: 'debt' }] },
        pillow: { choices: [{ id: 'with-you', to: 'needle' }, { id: 'leave-it', to: 'debt' }] },
        stuff: { choices: [{ id: 'not-me', to: 'push' }, { id: 'strong', to: 'free' }] },
        free: { choices: [{ id: 'out', to: 'needle' }, { id: 'go-on', to: 'debt' }] },
        saturday: { choices: [{ id: 'never', to: 'needle' }, { id: 'see', to: 'open' }] },
        needle: { choices: [{ id: 'just-me', to: 'clear' }, { id: 'walk', to: 'clear' }, { id: 'say-again', to: 'heat' }] },
        debt: { choices: [{ id: 'changed', to: 'turned' }, { id: 'take', to: 'took' }] },
        clear: { end: 'good' },
        turned: { end: 'good' },
        heat: { end: 'mixed' },
        open: { end: 'mixed' },
        took: { end: 'hard' },
      },
    },
    { id: 'line', kind: 'choose', phase: 'practise', many: true, own: true, options: ['good', 'not-me', 'quit', 'kids', 'leave'] },
    { id: 'aloud', kind: 'read', phase: 'practise' },
    { id: 'exit', kind: 'choose', phase: 'practise', many: true, own: true, options: ['gym', 'shower', 'officer', 'phone', 'cell'] },
    { id: 'plan', kind: 'plan', phase: 'practise', when: ['offer', 'again'], then: ['say', 'go'], thenFrom: { step: 'line', as: 'say' } },
    { id: 'after', kind: 'rate', phase: 'practise', role: 'after' },
    { id: 'end', kind: 'summary', phase: 'practise', shows: ['line', 'exit', 'plan'] },
  ],
};
