import type { TechniqueWords } from '../../technique-words.ts';

export const text = {
  name: 'Spot it, avoid it, cope with it',
  about: 'For moments when it is easy to slip. You learn your own signs and make a plan.',
  steps: {
    before: { title: 'How sure are you that you can deal with risky moments?' },
    risky: {
      title: 'Some moments are risky',
      body: 'A risky moment is a time when the pull gets strong. It can be a person, a place or a mood.\nMost slips do not come from nowhere. There are signs first.\nIf you know the signs, you can act early. Early is much easier than late.',
    },
    three: {
      title: 'Three things you can do',
      body: 'Spot it. Know the signs that it is coming.\nAvoid it. Stay away when you can. That is smart, not weak.\nCope with it. Have a plan for when you cannot stay away.',
    },
    small: {
      title: 'Small steps can lead there',
      body: '“I will just go to his cell to say hello.” It feels like nothing. But you know what he sells.\nA small step can open a big door. Ask yourself: where could this lead?',
    },
    sorting: {
      title: 'Which is which?',
      hint: 'Pick one for each line.',
      bins: { spot: 'Spot it', avoid: 'Avoid it', cope: 'Cope with it' },
      items: {
        tight: 'My chest gets tight after a phone call.',
        table: 'I ask to sit at another table.',
        line: 'He is at my door. I say no and walk off.',
        nobody: 'I start to think that nobody will know.',
        landing: 'I stay near staff when debts are called in.',
        friend: 'The pull is here. I call a friend over.',
      },
    },
    moments: {
      title: 'Which moments are risky for you?',
      hint: 'Pick as many as you like.',
      label: 'My risky moments',
      options: { call: 'After a phone call or a visit', offer: 'Someone offers me something', canteen: 'Canteen day, when debts are due', evening: 'The evening, after lock-up', fight: 'After a row', news: 'Bad news', weekend: 'Long weekends', release: 'The day I get out' },
    },
    signs: {
      title: 'Spot it',
      hint: 'Think of one of these moments.',
      label: 'My signs',
      fields: { sign: 'How do I know that it is coming?' },
      ideas: { tight: 'I feel tight and cannot sit still.', once: 'I think “just this once”.', quiet: 'I go quiet and stay away from people.', near: 'I want to be near certain people.' },
    },
    away: {
      title: 'Avoid it',
      label: 'How I stay away',
      fields: { avoid: 'How can I stay away from it?' },
      ideas: { seat: 'I sit with other people.', door: 'I stay in my cell for that half hour.', busy: 'I go to the gym or to class.', staff: 'I ask an officer for a quiet word.' },
    },
    coping: {
      title: 'Cope with it',
      hint: 'Sometimes you cannot stay away.',
      label: 'How I cope',
      fields: { cope: 'What will I do then?' },
      ideas: { line: 'I say “no thanks” and walk off.', breathe: 'I breathe slowly for five minutes.', talk: 'I ask for a Listener.', phone: 'I phone someone who is on my side.', water: 'I hold cold water on my wrists.' },
    },
    plan: {
      title: 'Make it a plan',
      label: 'My plan',
      ideas: { offered: 'someone offers me something', sign: 'I see one of my signs', leave: 'I walk away at once', talk: 'I go and talk to someone I trust' },
    },
    after: { title: 'How sure are you now?' },
    end: { title: 'You have a plan for risky moments' },
  },
} as const satisfies TechniqueWords;
