import type { TechniqueWords } from '../../technique-words.ts';

export const text = {
  name: 'Slow breathing',
  about: 'For when your heart beats fast, or you are about to snap. It calms the body in minutes.',
  steps: {
    before: { title: 'How tense do you feel right now?' },
    alarm: {
      title: 'Your body has an alarm',
      body: 'When you are scared or angry, the alarm goes off. Your heart beats fast. Your breath gets short.\nThe alarm helps you to run or fight. In a cell there is no place to run.\nYou cannot tell your heart to slow down. But you can slow your breath. Your heart will follow.',
    },
    how: {
      title: 'How to do it',
      body: 'Breathe in through your nose while you count to four. Let your belly rise.\nHold for two. Breathe out through your mouth while you count to six.\nIf you feel dizzy, breathe as you always do. Then try again with smaller breaths.',
    },
    check: {
      title: 'Which part calms you most?',
      options: { in: 'A big breath in', out: 'A long breath out', fast: 'Many fast breaths' },
      replies: {
        in: 'A big breath in wakes you up. It is the long breath out that calms.',
        out: 'Yes. When you breathe out for longer, your heart slows down.',
        fast: 'Fast breaths make you dizzy. They feed the alarm.',
      },
    },
    breathe: {
      title: 'Breathe with the circle',
      hint: 'Three minutes. You can stop at any time.',
      stages: {
        sit: 'Sit or lie down. Let your shoulders drop.',
        count: 'In for four. Hold for two. Out for six.',
        drop: 'Let your jaw go loose. Let your hands go loose.',
        nearly: 'Nearly there. Make each breath out a bit longer.',
      },
    },
    after: { title: 'How tense do you feel now?' },
    moments: {
      title: 'When could you use this?',
      label: 'When I can use it',
      options: { door: 'When the door shuts', call: 'Before or after a phone call', queue: 'When I have to wait', bed: 'In bed at night', angry: 'When someone winds me up', court: 'Before court or a visit' },
    },
    plan: {
      title: 'Make it a plan',
      label: 'My plan',
      ideas: { heart: 'my heart beats fast', shout: 'I want to shout', five: 'I breathe out slowly, five times', out: 'I sit down and count my breaths' },
    },
    end: { title: 'You slowed your body down' },
  },
} as const satisfies TechniqueWords;
