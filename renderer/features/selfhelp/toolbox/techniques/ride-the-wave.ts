import type { Technique } from '../technique.ts';
import { sources } from '../sources.ts';

/** Urge surfing: a pull is watched until it falls by itself. */
export const rideTheWave: Technique = {
  id: 'ride-the-wave',
  area: 'body',
  minutes: 10,
  scale: 'pull',
  sources: [sources.marlatt, sources.mindfulRelapse, sources.nhsAlcohol],
  steps: [
    { id: 'before', kind: 'rate', phase: 'know', role: 'before' },
    { id: 'wave', kind: 'read', phase: 'know', picture: 'calm' },
    { id: 'watch', kind: 'read', phase: 'know' },
    { id: 'ill', kind: 'read', phase: 'know' },
    { id: 'check', kind: 'quiz', phase: 'understand', options: ['grows', 'falls', 'stays'], right: 'falls' },
    { id: 'where', kind: 'choose', phase: 'practise', many: true, own: true, options: ['head', 'mouth', 'chest', 'stomach', 'hands', 'legs', 'all-over'] },
    { id: 'ride', kind: 'timer', phase: 'practise', seconds: 300, pace: 'wave', stages: ['settle', 'find', 'breathe', 'thoughts', 'top', 'falling'] },
    { id: 'after', kind: 'rate', phase: 'practise', role: 'after' },
    { id: 'helped', kind: 'choose', phase: 'practise', many: true, own: true, options: ['watching', 'breathing', 'time', 'words', 'feet'] },
    { id: 'plan', kind: 'plan', phase: 'practise', when: ['pull', 'evening'], then: ['ride', 'clock'], thenFrom: { step: 'helped', as: 'try' } },
    { id: 'end', kind: 'summary', phase: 'practise', shows: ['where', 'helped', 'plan'] },
  ],
};
