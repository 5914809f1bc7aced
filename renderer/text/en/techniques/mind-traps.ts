import type { TechniqueWords } from '../../technique-words.ts';

export const text = {
  name: 'Mind traps',
  about: 'For when your thoughts drag you down or talk you into it. You look for a fairer thought.',
  steps: {
    before: { title: 'How bad do you feel right now?' },
    fact: {
      title: 'A thought is not a fact',
      body: 'Thoughts come by themselves. Some are true. Some are half true. Some are just old habits.\nWhen you feel low, your mind picks the worst ones. It sounds sure. It can still be wrong.',
    },
    chain: {
      title: 'One thing leads to the next',
      body: 'No letter came. You think: nobody cares. You feel low. You want to use.\nNo letter came. You think: the post is slow. You feel let down, and you go to the gym.\nThe same thing happened. The thought made the difference.',
    },
    traps: {
      title: 'Six traps',
      body: 'Black or white: all good, or all ruined.\nMind reading: you are sure what others think.\nFortune telling: you are sure it will go wrong.\nDark glasses: you see only the bad.\nAll my fault: you take the blame for it all.\nGo-ahead thoughts: “I have earned it.” “Just one.”',
    },
    ruined: {
      title: '“I slipped once, so it is all ruined.” Which trap is it?',
      options: { 'black-white': 'Black or white', 'mind-reading': 'Mind reading', fortune: 'Fortune telling' },
      replies: {
        'black-white': 'Yes. One bad day does not wipe out the good ones.',
        'mind-reading': 'Mind reading is about what others think. This one sees only all or nothing.',
        fortune: 'Close. But it is not about what will come. It sees only all or nothing.',
      },
    },
    looked: {
      title: '“He looked away. He must hate me.” Which trap is it?',
      options: { 'dark-glasses': 'Dark glasses', 'mind-reading': 'Mind reading', permission: 'A go-ahead thought' },
      replies: {
        'dark-glasses': 'Close. But look at the words “must hate me”. Who can know that?',
        'mind-reading': 'Yes. You cannot see into his head. Maybe he was tired.',
        permission: 'A go-ahead thought talks you into something. This one guesses what he thinks.',
      },
    },
    moment: {
      title: 'Your own moment',
      hint: 'Think of a bad moment this week. Not the worst one.',
      label: 'My moment',
      fields: { what: 'What happened?', thought: 'What went through your mind?' },
      ideas: { letter: 'No letter came.', officer: 'An officer said no.', offer: 'Someone offered me something.', nobody: 'Nobody cares about me.', one: 'Just one will not hurt.', mess: 'I always mess things up.', never: 'It will never get better.' },
    },
    trap: {
      title: 'Which trap could it be?',
      hint: 'Pick one or more.',
      label: 'The trap',
      options: { 'black-white': 'Black or white', 'mind-reading': 'Mind reading', fortune: 'Fortune telling', 'dark-glasses': 'Dark glasses', blame: 'All my fault', permission: 'A go-ahead thought' },
    },
    evidence: {
      title: 'Look at both sides',
      hint: 'Be a fair judge. Write down facts, not feelings.',
      label: 'Both sides',
      fields: { for: 'What speaks for the thought?', against: 'What speaks against it?' },
      ideas: { happened: 'It has happened before.', felt: 'It felt true at the time.', helped: 'Someone did help me once.', 'got-through': 'I have got through bad days.', 'not-know': 'I do not know what others think.', friend: 'I would not say this to a friend.' },
    },
    fairer: {
      title: 'A fairer thought',
      hint: 'It need not be happy. It should be true and help you on.',
      label: 'My fairer thought',
      fields: { balanced: 'What is a fairer way to say it?' },
      ideas: { hard: 'This is hard, and I have got through hard days.', 'one-slip': 'One bad day does not undo my work.', ask: 'I do not know yet. I can ask.', pass: 'I feel like this now. It will change.' },
    },
    after: { title: 'How bad do you feel now?' },
    plan: {
      title: 'Make it a plan',
      label: 'My plan',
      ideas: { thought: 'that thought comes back', down: 'I feel low for no reason', name: 'I ask myself which trap it is', fairer: 'I read my fairer thought' },
    },
    end: { title: 'You found a fairer thought' },
  },
} as const satisfies TechniqueWords;
