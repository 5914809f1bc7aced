import type { TechniqueWords } from '../../technique-words.ts';

export const text = {
  name: 'What matters to me',
  about: 'For when you ask what it is all for. You find one goal that fits what you care about.',
  steps: {
    before: { title: 'How does your future look to you?' },
    compass: {
      title: 'A compass, not a map',
      body: 'What matters to you is like a compass. It shows the way, even in here.\nNobody can lock that up. And nobody can choose it for you.',
    },
    goal: {
      title: 'A goal you can see',
      body: 'A good goal is small and clear. You can tell if you did it.\n“Be a better dad” is a wish. “Phone my son on Sunday at six” is a goal.',
    },
    'if-then': {
      title: 'If this, then that',
      body: 'Goals get lost when life gets hard. So plan for the hard moment now.\n“If the queue for the phone is long, then I write to him that night”.\nA plan like this makes it more likely that you will do it.',
    },
    check: {
      title: 'Which is a good goal?',
      options: { better: 'Be a better person', sunday: 'Phone my son on Sunday at six', never: 'Never be angry again' },
      replies: {
        better: 'That is a good wish. But how would you know that you did it?',
        sunday: 'Yes. You can see it, and you know when it is done.',
        never: 'Nobody can do that. A goal should be in reach.',
      },
    },
    values: {
      title: 'What matters most to you?',
      hint: 'Pick about three.',
      label: 'What matters to me',
      options: { family: 'My family', health: 'My health', freedom: 'Being free', faith: 'My faith', honest: 'Being honest', learning: 'Learning', work: 'Good work', peace: 'Peace of mind', friends: 'Good friends', respect: 'Respect', making: 'Making things', giving: 'Helping others' },
    },
    why: {
      title: 'Why does it matter?',
      label: 'Why it matters',
      fields: { because: 'It matters to me because …' },
      ideas: { children: 'my children need me.', proud: 'I want to be proud of myself.', tired: 'I am tired of the old life.', life: 'I want a life of my own.' },
    },
    mine: {
      title: 'Your goal',
      hint: 'Something for the next two weeks.',
      label: 'My goal',
      fields: { goal: 'What do I want to do?', first: 'What is the first small step?' },
      ideas: { call: 'Phone home each Sunday.', course: 'Finish one course.', 'clean-week': 'Get through one week clean.', fit: 'Work out three times a week.', today: 'Do a bit of it today.', ask: 'Ask who can help.', ten: 'Ten minutes tomorrow.' },
    },
    block: {
      title: 'What could get in the way?',
      label: 'What could get in the way',
      options: { tired: 'I am tired', locked: 'we are locked up', offer: 'someone offers me something', 'bad-news': 'I get bad news', 'no-point': 'I think there is no point' },
    },
    plan: {
      title: 'Your if-then plan',
      label: 'My plan',
      ideas: { 'give-up': 'I want to give up', 'lock-up': 'the door is locked', smallest: 'I do the smallest step', why: 'I read why it matters to me' },
    },
    after: { title: 'How does your future look now?' },
    end: { title: 'You have a goal of your own' },
  },
} as const satisfies TechniqueWords;
