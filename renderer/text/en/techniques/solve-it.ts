import type { TechniqueWords } from '../../technique-words.ts';

export const text = {
  name: 'Solve it step by step',
  about: 'For a problem that goes round in your head. You cut it into steps and do the first.',
  steps: {
    before: { title: 'How much does the problem weigh on you?' },
    steps: {
      title: 'A problem has steps',
      body: 'Say what the problem is, in one sentence. Think of many ways. Weigh them up.\nPick one. Do a first step. Then look if it helped.\nA problem in your head is big. A step on paper is small.',
    },
    can: {
      title: 'What can you change?',
      body: 'Some things you can change. Some you cannot, at least not today.\nPut your strength into the first kind. For the second kind, look after yourself while you wait.',
    },
    sorting: {
      title: 'Can you do something about it?',
      hint: 'Pick one for each line.',
      bins: { can: 'I can act', cannot: 'I cannot change it' },
      items: { sentence: 'How long the judge gave me', application: 'Asking for a new job on the wing', debt: 'Telling staff I am in debt', past: 'What I did last year', reply: 'How fast the answer comes', write: 'Writing to my daughter' },
    },
    problem: {
      title: 'Say it in one sentence',
      hint: 'Pick a small problem the first time.',
      label: 'My problem',
      fields: { what: 'What is the problem?' },
      ideas: { debt: 'I owe someone on the wing.', family: 'I have not heard from home.', cell: 'I do not get on with my cellmate.', housing: 'I have no place to live when I get out.' },
    },
    ideas: {
      title: 'Three ideas',
      hint: 'Any idea will do. Even a silly one. You judge later.',
      label: 'My ideas',
      fields: { one: 'First idea', two: 'Second idea', three: 'Third idea' },
      ideas: { 'ask-staff': 'Ask my keyworker.', app: 'Put in an app.', family: 'Ask someone at home.', peer: 'Ask a peer worker.', small: 'Do just a small part of it.', wait: 'Wait a week and look again.' },
    },
    weigh: {
      title: 'Weigh them up',
      label: 'The one I pick',
      fields: { best: 'Which idea is best?', good: 'What is good about it?', bad: 'What could go wrong?' },
      ideas: { first: 'The first.', second: 'The second.', third: 'The third.' },
    },
    act: {
      title: 'Your first step',
      hint: 'Make it so small that you cannot fail.',
      label: 'My first step',
      fields: { step: 'What will I do first?', when: 'When will I do it?' },
      ideas: { 'write-app': 'Write the app.', speak: 'Speak to one person.', call: 'Make one call.', today: 'Today.', unlock: 'At unlock tomorrow.', week: 'This week.' },
    },
    plan: {
      title: 'Make it a plan',
      label: 'My plan',
      ideas: { unlock: 'the door opens tomorrow', stuck: 'my first idea does not work', do: 'I do my first step', next: 'I try the next idea on my list' },
    },
    after: { title: 'How much does it weigh on you now?' },
    end: { title: 'You have a first step' },
  },
} as const satisfies TechniqueWords;
