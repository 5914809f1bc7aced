import type { TechniqueWords } from '../../technique-words.ts';

export const text = {
  name: 'After a slip',
  about: 'For when you drank or used, or came close. A slip is not the end. It can teach you.',
  steps: {
    safe: {
      title: 'First: are you safe?',
      body: 'Do you feel ill, very sleepy, or is it hard to breathe? Press your bell now. Say what you took.\nIs someone with you hard to wake? Press the bell and shout. Help comes first.\nYou do not have to write down here what you took. Nobody can read this but you.',
    },
    before: { title: 'How bad do you feel about it?' },
    slip: {
      title: 'A slip is not a fall',
      body: 'Most people who stop for good have slipped on the way. Many of them more than once.\nThe days before it still count. You do not start from zero.\nAfter a time without, your body can take much less. That makes using again a danger to life.',
    },
    trap: {
      title: 'The trap after a slip',
      body: '“Now it is all ruined. So I may as well go on.” This thought does more harm than the slip.\nShame says: hide. But hiding keeps it going. Talking stops it.',
    },
    check: {
      title: 'What helps most the day after?',
      options: { 'all-gone': 'Give up, it is all gone', learn: 'Look at what led to it', hide: 'Tell nobody and hide' },
      replies: {
        'all-gone': 'That is the trap. One day is one day.',
        learn: 'Yes. Then you know more than you did before.',
        hide: 'Shame wants that. One person you trust is enough.',
      },
    },
    chain: {
      title: 'What led to it?',
      hint: 'Look at it like a film. Do not judge.',
      label: 'What led to it',
      fields: { start: 'What happened before?', felt: 'How did I feel?', said: 'What did I tell myself?' },
      ideas: { call: 'A bad phone call.', argument: 'A row.', bored: 'A long, empty day.', offer: 'Someone offered me something.', low: 'Low.', angry: 'Angry.', lonely: 'Lonely.', wired: 'Wound up.', one: '“Just one.”', earned: '“I have earned it.”', nobody: '“Nobody cares.”' },
    },
    turn: {
      title: 'Where could you have turned off?',
      hint: 'There is nearly always a turn before the end of the road.',
      label: 'Where I can turn off',
      fields: { exit: 'What could I do there next time?' },
      ideas: { leave: 'Leave at once.', talk: 'Talk to someone.', wait: 'Wait ten minutes.', 'say-no': 'Say my line and go.' },
    },
    kind: {
      title: 'What would you say to a friend?',
      hint: 'A friend tells you the same thing happened to him.',
      label: 'What I would tell a friend',
      fields: { 'to-friend': 'What would you tell him?' },
      ideas: { 'one-day': 'It was one day. Today is a new one.', still: 'You are still on the way.', tried: 'You have stopped before. You can do it again.' },
    },
    next: {
      title: 'What will you do in the next day?',
      label: 'My next day',
      options: { tell: 'Tell one person I trust', worker: 'Ask to see the drug or alcohol worker', rid: 'Stay away from where it came from', eat: 'Eat, wash and sleep', day: 'Make a plan for tomorrow', plan: 'Read my plans again' },
    },
    plan: {
      title: 'Make it a plan',
      label: 'My plan',
      ideas: { same: 'the same thing happens again', shame: 'I want to hide', exit: 'I turn off early', tell: 'I tell one person that day' },
    },
    after: { title: 'How bad do you feel now?' },
    end: { title: 'You learned from it' },
  },
} as const satisfies TechniqueWords;
