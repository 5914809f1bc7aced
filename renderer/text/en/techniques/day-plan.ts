import type { TechniqueWords } from '../../technique-words.ts';

export const text = {
  name: 'A day that holds you',
  about: 'For long, empty days. You make a plan for one day, and one for a day behind the door.',
  steps: {
    before: { title: 'How does tomorrow look to you?' },
    empty: {
      title: 'Empty time is hard time',
      body: 'When nothing happens, thoughts go round and round. The pull gets stronger.\nWhen you do a thing, even a small one, your mood moves a bit. You do not have to feel like it first.\nDo it, and the feeling comes after.',
    },
    kinds: {
      title: 'Three kinds of things',
      body: 'Things that must be done. Things that are good for you. Things you enjoy.\nA day with all three holds you best. Each can be very small.',
    },
    sorting: {
      title: 'Which kind is it?',
      hint: 'Pick one for each line.',
      bins: { must: 'Must be done', good: 'Good for me', enjoy: 'I enjoy it' },
      items: { clean: 'Clean the cell for checks', 'press-ups': 'Ten press-ups', football: 'Watch the match', app: 'Hand in a form on time', letter: 'Write to my sister', song: 'Play a song I love' },
    },
    day: {
      title: 'Tomorrow, first half',
      hint: 'One small thing for each. Leave blank what you do not know.',
      label: 'First half of the day',
      fields: { morning: 'Before unlock', work: 'Morning, out of cell', midday: 'Locked up at midday' },
      ideas: { wash: 'Wash and make my bed.', stretch: 'Stretch for five minutes.', breakfast: 'Sit down for breakfast.', work: 'Work.', class: 'Class.', gym: 'Gym.', rest: 'Rest with music.', read: 'Read ten pages.', tidy: 'Tidy up.' },
    },
    later: {
      title: 'Tomorrow, second half',
      label: 'Second half of the day',
      fields: { out: 'Afternoon, out of cell', evening: 'Evening, behind the door', night: 'Before sleep' },
      ideas: { phone: 'Phone home.', shower: 'Shower.', yard: 'Walk in the yard.', talk: 'Talk to someone I like.', course: 'A lesson on this tablet.', letter: 'Write a letter.', draw: 'Draw.', workout: 'A workout in my cell.', tomorrow: 'Look at the plan for the next day.', breathe: 'Slow breathing.', lights: 'Lights off at the same time.' },
    },
    locked: {
      title: 'What if you are locked up all day?',
      hint: 'It happens. Have a second plan ready.',
      label: 'If I am locked up all day',
      options: { halves: 'Cut the day into hours', workout: 'Move every hour', tablet: 'Do a lesson', write: 'Write to someone', radio: 'Pick one show to look forward to', 'sleep-time': 'Do not sleep in the day' },
    },
    weak: {
      title: 'When is the day hardest?',
      label: 'My hard hours',
      options: { wake: 'I wake up', midday: 'we are locked up at midday', 'after-call': 'a call or a visit is over', 'lock-up': 'the door has just shut', night: 'I lie awake at night' },
    },
    plan: {
      title: 'A plan for the hard hour',
      label: 'My plan',
      ideas: { empty: 'I have nothing to do', 'behind-door': 'we are locked up all day', next: 'I do the next thing on my plan', small: 'I do one small thing for five minutes' },
    },
    after: { title: 'How does tomorrow look now?' },
    end: { title: 'You have a plan for a day' },
  },
} as const satisfies TechniqueWords;
