import type { TechniqueWords } from '../../technique-words.ts';

export const text = {
  name: 'Swap list',
  about: 'For habits you want to leave. You find other things that do the same job.',
  steps: {
    before: { title: 'How sure are you that you can do something else?' },
    job: {
      title: 'Every habit does a job',
      body: 'Using may help you sleep, or forget, or fit in. That is why it is hard to stop.\nIf you just stop, the job is still there. A gap is left, and the habit comes back.',
    },
    swap: {
      title: 'So do not just stop. Swap.',
      body: 'Ask first: what did it do for me? Then find something else that does a bit of that.\nIt will not feel as strong at first. That is normal. It grows with use.\nTry three or four swaps. Keep the ones that work.',
    },
    check: {
      title: 'Sam used to smoke to get to sleep. What is a good swap?',
      options: { stop: 'Just stop', 'same-job': 'Slow breathing in bed', all: 'Find a new job' },
      replies: {
        stop: 'Then Sam still lies awake. The habit may soon be back.',
        'same-job': 'Yes. It does the same job. It helps Sam to fall asleep.',
        all: 'A job is good. But it does not help Sam tonight.',
      },
    },
    habit: {
      title: 'What would you like to do less?',
      hint: 'You do not have to give details. Nobody else can read this.',
      label: 'What I want less of',
      options: { using: 'Using drugs', hooch: 'Drinking', bed: 'Staying in bed all day', anger: 'Losing my temper', debt: 'Borrowing and owing', alone: 'Hiding away' },
    },
    gave: {
      title: 'What did it do for you?',
      hint: 'Be honest. It did something.',
      label: 'What it did for me',
      options: { relax: 'It helped me relax', sleep: 'It helped me sleep', forget: 'It helped me forget', belong: 'I felt I belonged', buzz: 'It gave me a buzz', pain: 'It took away pain' },
    },
    swaps: {
      title: 'What else could do some of that?',
      hint: 'Pick all that you might try in here.',
      label: 'My swaps',
      options: { workout: 'A workout in my cell', tidy: 'Clean and tidy up', write: 'Write a letter', draw: 'Draw', music: 'Music or radio', game: 'Cards or chess', pray: 'Pray or be still', learn: 'A lesson on this tablet', tea: 'Tea and a talk', shower: 'A shower' },
    },
    first: {
      title: 'Which one first?',
      label: 'My first swap',
      fields: { try: 'What will I try, and when?', need: 'What do I need for it?' },
      ideas: { today: 'Today, before lock-up.', tomorrow: 'Tomorrow morning.', 'after-lock-up': 'Tonight, after lock-up.', paper: 'Pen and paper.', ask: 'I need to ask an officer.', nothing: 'Nothing at all.' },
    },
    plan: {
      title: 'Make it a plan',
      label: 'My plan',
      ideas: { pull: 'I feel the pull', bored: 'I am bored and alone', swap: 'I do my first swap', ten: 'I do a swap for ten minutes' },
    },
    after: { title: 'How sure are you now?' },
    end: { title: 'You have a swap list' },
  },
} as const satisfies TechniqueWords;
