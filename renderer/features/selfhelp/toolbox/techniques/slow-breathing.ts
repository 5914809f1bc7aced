import type { Technique } from '../technique.ts';
import { sources } from '../sources.ts';

/** Slow breathing with a longer breath out. */
export const slowBreathing: Technique = {
  id: 'slow-breathing',
  area: 'emotions',
  minutes: 6,
  scale: 'stress',
  sources: [sources.nhsBreathing, sources.zaccaro],
  steps: [
    { id: 'before', kind: 'rate', phase: 'know', role: 'before' },
    { id: 'alarm', kind: 'read', phase: 'know', picture: 'calm' },
    { id: 'how', kind: 'read', phase: 'know' },
    { id: 'check', kind: 'quiz', phase: 'understand', options: ['in', 'out', 'fast'], right: 'out' },
    { id: 'breathe', kind: 'timer', phase: 'practise', seconds: 180, pace: 'breath', stages: ['sit', 'count', 'drop', 'nearly'] },
    { id: 'after', kind: 'rate', phase: 'practise', role: 'after' },
    { id: 'moments', kind: 'choose', phase: 'practise', many: true, own: true, options: ['door', 'call', 'queue', 'bed', 'angry', 'court'] },
    { id: 'plan', kind: 'plan', phase: 'practise', when: ['heart', 'shout'], then: ['five', 'out'] },
    { id: 'end', kind: 'summary', phase: 'practise', shows: ['moments', 'plan'] },
  ],
};
