import type { TechniqueWords } from '../../technique-words.ts';

export const text = {
  name: 'Ride the wave',
  about: 'For when the pull to drink or use is strong. You watch it rise, and you watch it fall.',
  steps: {
    before: { title: 'How strong is the pull right now?' },
    wave: {
      title: 'A pull is like a wave',
      body: 'It starts small. It grows. It gets to the top. Then it falls, even if you do nothing.\nMost waves get weak within half an hour. The top is often just a few minutes.\nEach wave you ride makes the next one a bit easier.',
    },
    watch: {
      title: 'You do not have to fight it',
      body: 'If you fight a pull, it often gets louder. If you give in, it comes back sooner.\nThere is a third way. You stay still and look at it. Where is it? How does it move?\nIt is in you, but it is not you. It cannot make you do a thing.',
    },
    ill: {
      title: 'When it is not just a pull',
      body: 'Do you shake, sweat or feel sick? Do you see things, or have a fit? That can be withdrawal.\nWithdrawal from drink or from pills like diazepam can be a danger to life.\nPress your bell and ask for healthcare. Do not wait.',
    },
    check: {
      title: 'What does a pull do if you just wait?',
      options: { grows: 'It grows and grows', falls: 'It rises, then it falls', stays: 'It stays the same all day' },
      replies: {
        grows: 'It feels like that on the way up. But every wave has a top.',
        falls: 'Yes. It rises, and then it falls. You can wait for that.',
        stays: 'It can come back. But each wave has its own end.',
      },
    },
    where: {
      title: 'Where in your body do you feel it?',
      hint: 'Sit still for a moment. Then pick.',
      label: 'Where I feel it',
      options: { head: 'In my head', mouth: 'In my mouth or throat', chest: 'In my chest', stomach: 'In my stomach', hands: 'In my hands', legs: 'In my legs', 'all-over': 'All over' },
    },
    ride: {
      title: 'Ride it now',
      hint: 'Five minutes. You can stop at any time.',
      stages: {
        settle: 'Sit with both feet on the floor. Let your hands rest.',
        find: 'Find the place where the pull is strongest. Is it hot or cold? Does it move?',
        breathe: 'Breathe in slowly. Breathe out for longer. Let the breath go to that place.',
        thoughts: 'Thoughts will come. “Just one.” Let each one go by, like a bus you do not take.',
        top: 'It may be strong now. That is the top. Stay on the wave. It will not last.',
        falling: 'Look again. Is it the same? Feel your feet. You are still here.',
      },
    },
    after: { title: 'How strong is the pull now?' },
    helped: {
      title: 'What helped you stay on the wave?',
      label: 'What helped',
      options: { watching: 'Just watching it', breathing: 'Slow breathing', time: 'Knowing it will end', words: 'Words I said to myself', feet: 'Feeling my feet' },
    },
    plan: {
      title: 'Your plan for the next wave',
      label: 'My plan',
      ideas: { pull: 'I feel the pull', evening: 'the pull comes after lock-up', ride: 'I sit down and ride the wave', clock: 'I wait ten minutes before I do anything' },
    },
    end: { title: 'You rode a wave' },
  },
} as const satisfies TechniqueWords;
