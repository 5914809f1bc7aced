import type { Technique } from '../technique.ts';
import { sources } from '../sources.ts';

/** Grounding: out of a memory or a panic, back to the room. */
export const findYourFeet: Technique = {
  id: 'find-your-feet',
  area: 'emotions',
  minutes: 7,
  scale: 'stress',
  sources: [sources.najavits, sources.whoStress],
  steps: [
    { id: 'before', kind: 'rate', phase: 'know', role: 'before' },
    { id: 'storm', kind: 'read', phase: 'know', picture: 'calm' },
    { id: 'senses', kind: 'read', phase: 'know' },
    { id: 'check', kind: 'quiz', phase: 'understand', options: ['away', 'here', 'sleep'], right: 'here' },
    { id: 'five', kind: 'timer', phase: 'practise', seconds: 150, pace: 'still', stages: ['see', 'touch', 'hear', 'smell', 'taste'] },
    { id: 'feet', kind: 'timer', phase: 'practise', seconds: 60, pace: 'still', stages: ['push', 'hands', 'name'] },
    { id: 'words', kind: 'choose', phase: 'practise', many: true, own: true, options: ['pass', 'here', 'before', 'safe'] },
    { id: 'after', kind: 'rate', phase: 'practise', role: 'after' },
    { id: 'plan', kind: 'plan', phase: 'practise', when: ['memory', 'panic'], then: ['feet', 'five'], thenFrom: { step: 'words', as: 'say' } },
    { id: 'end', kind: 'summary', phase: 'practise', shows: ['words', 'plan'] },
  ],
};
