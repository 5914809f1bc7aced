import type { TechniqueWords } from '../../technique-words.ts';

export const text = {
  name: 'Find your feet',
  about: 'For when a memory, a panic or a bad dream has hold of you. It brings you back to now.',
  steps: {
    before: { title: 'How upset do you feel right now?' },
    storm: {
      title: 'When the past comes back',
      body: 'A smell, a sound or a word can bring a bad time back. It can feel as if it is now.\nIt is like a storm. You cannot stop a storm. But you can hold on to the ground.\nThis is called grounding.',
    },
    senses: {
      title: 'Your senses live in the now',
      body: 'Your eyes, ears and hands only know this moment. When you use them, your mind comes back.\nYou do not have to talk or think about the memory. You just look, touch and listen.',
    },
    check: {
      title: 'What is grounding for?',
      options: { away: 'To make the memory go for good', here: 'To come back to here and now', sleep: 'To fall asleep' },
      replies: {
        away: 'The memory may come back. But it will have less hold on you.',
        here: 'Yes. You come back to this room and this day.',
        sleep: 'It may help you rest. But first it helps you feel that you are here.',
      },
    },
    five: {
      title: 'Five, four, three, two, one',
      hint: 'Say each thing in your head, or out loud. You can stop at any time.',
      stages: {
        see: 'Look for five things you can see. Say what each one is.',
        touch: 'Find four things you can touch. Are they cold, warm, rough or smooth?',
        hear: 'Listen for three sounds. One near, one far, one in between.',
        smell: 'Find two things you can smell. Soap. Your sleeve.',
        taste: 'Find one thing you can taste. A sip of water will do.',
      },
    },
    feet: {
      title: 'Now your feet',
      hint: 'One minute.',
      stages: {
        push: 'Push both feet into the floor. Feel how the floor holds you.',
        hands: 'Press your hands together. Then let go.',
        name: 'Say your name. Say where you are. Say what day it is.',
      },
    },
    words: {
      title: 'Which words steady you?',
      hint: 'Pick some, or write your own.',
      label: 'Words that steady me',
      options: { pass: 'This will pass.', here: 'That was then. This is now.', before: 'I have got through this before.', safe: 'Right now, in this minute, I can cope.' },
    },
    after: { title: 'How upset do you feel now?' },
    plan: {
      title: 'Make it a plan',
      label: 'My plan',
      ideas: { memory: 'a bad memory comes', panic: 'I start to panic', feet: 'I push my feet into the floor', five: 'I look for five things I can see' },
    },
    end: { title: 'You came back to now' },
  },
} as const satisfies TechniqueWords;
