import type { TechniqueWords } from '../../technique-words.ts';

export const text = {
  name: 'Better sleep',
  about: 'For nights when you lie awake. It takes some days to work, so start tonight.',
  steps: {
    before: { title: 'How sure are you that you can help yourself sleep?' },
    clock: {
      title: 'How sleep works',
      body: 'Your body has a clock. It is set by when you get up, by light, and by moving.\nSleep cannot be forced. The more you try, the more awake you are.\nRest is good too. One bad night does you no harm.',
    },
    bed: {
      title: 'Teach your bed to mean sleep',
      body: 'In a cell the bed is sofa, table and desk. Then your body forgets that it is for sleep.\nIn the day, sit on a chair or at the foot of the bed. Lie down only to sleep.\nIf you lie awake for long, sit up. Do something dull. Lie down when you feel sleepy.',
    },
    clean: {
      title: 'No pills from others',
      body: 'Other people’s pills can be a danger, most of all with drink or drugs. They make sleep worse in time.\nIf bad dreams, pain or stopping breathing wake you, tell healthcare. They can help.',
    },
    sorting: {
      title: 'Does it help, or does it harm?',
      hint: 'Pick one for each line.',
      bins: { helps: 'It helps', harms: 'It keeps me awake' },
      items: { 'same-time': 'Getting up at the same time each day', nap: 'A long nap in the afternoon', 'strong-tea': 'Strong tea or coffee after four', move: 'A workout in the day', list: 'Writing worries down before bed', 'clock-watching': 'Looking at the time all night' },
    },
    worries: {
      title: 'Park your worries',
      hint: 'What is on paper need not go round in your head.',
      label: 'My worries, parked',
      fields: { 'on-mind': 'What is on my mind?', tomorrow: 'What can I do about it tomorrow?' },
      ideas: { family: 'My family.', court: 'Court.', money: 'Money and debt.', ask: 'Ask someone.', phone: 'Phone home.', 'can-wait': 'Nothing. It can wait.' },
    },
    relax: {
      title: 'Let your body go heavy',
      hint: 'Four minutes. Press each part tight for a moment. Then let go. Leave out what hurts.',
      stages: {
        lie: 'Lie down or sit. Close your eyes if you like. Breathe out.',
        feet: 'Curl your toes. Hold. Let go.',
        legs: 'Press your legs together. Hold. Let go.',
        stomach: 'Pull your belly in. Hold. Let go.',
        hands: 'Make two fists. Hold. Let go.',
        shoulders: 'Lift your shoulders to your ears. Hold. Let go.',
        face: 'Screw up your face. Hold. Let go.',
        whole: 'Feel how heavy you are. Breathe out slowly.',
      },
    },
    tonight: {
      title: 'What will you try tonight?',
      hint: 'One or two are enough.',
      label: 'What I will try',
      options: { 'get-up': 'Get up at the same time', 'no-tea': 'No strong tea after four', 'tv-off': 'TV off before I lie down', list: 'Write my worries down', relax: 'Let my body go heavy', chair: 'Lie down only to sleep' },
    },
    plan: {
      title: 'A plan for the night',
      label: 'My plan',
      ideas: { awake: 'I lie awake for a long time', worry: 'worries go round in my head', sit: 'I sit up and do something dull', breathe: 'I breathe out slowly and count to six' },
    },
    after: { title: 'How sure are you now?' },
    end: { title: 'You have a plan for tonight' },
  },
} as const satisfies TechniqueWords;
