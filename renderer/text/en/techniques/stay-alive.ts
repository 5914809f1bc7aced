import type { TechniqueWords } from '../../technique-words.ts';

export const text = {
  name: 'Stay alive after release',
  about: 'For everyone who has used, and for those who care about them. It can save a life.',
  steps: {
    before: { title: 'How sure are you that you know how to stay safe?' },
    forgets: {
      title: 'Your body loses its guard',
      body: 'When you use a lot, your body gets used to it. When you stop, it loses that guard. It takes just days.\nWhat you used to take can now kill you.\nThe first two weeks outside are the time of greatest danger.',
    },
    'no-safe': {
      title: 'No amount is safe',
      body: 'We name no safe amount, because there is none. A small amount can kill too.\nStreet drugs change. You cannot see how strong they are, or what is in them.\nThe safe way is not to use. If the pull comes, phone someone first.',
    },
    mixing: {
      title: 'Mixing kills',
      body: 'Heroin, methadone and strong pain pills slow your breath. So do drink, diazepam and pregabalin.\nTwo of them at once can stop your breath. It can come hours later, in sleep.\nIf you drink each day, do not stop all at once. Get help first. Stopping at once can kill.',
    },
    signs: {
      title: 'The signs of an overdose',
      body: 'You cannot wake the person up.\nThe breath is slow, or sounds like a snore or a gurgle, or stops.\nThe lips or nails go blue or grey. The skin is cold and damp. The pupils are tiny.',
    },
    act: {
      title: 'What to do',
      body: 'Outside, call 999 at once. Inside, press the bell and shout.\nIf they breathe, roll them on their side, with the head tilted back.\nIf they do not breathe, do what the 999 person or staff tell you.\nGive naloxone if you have it. If they do not wake, give more after two or three minutes.\nNaloxone wears off. Stay with them until help comes, even if they wake up.',
    },
    protect: {
      title: 'What keeps you safe',
      body: 'Naloxone can turn round an overdose of heroin or other opioids. Ask healthcare for a kit to take out with you.\nMethadone and buprenorphine protect you. Ask that it goes on outside with no gap.\nMany people who die were alone. Never be alone with it. Tell someone who can call for help.',
    },
    check: {
      title: 'Why is the old amount so dangerous now?',
      options: { stronger: 'My body is stronger now', lost: 'My body has lost its guard', nothing: 'It is not, I know my limit' },
      replies: {
        stronger: 'You may be fitter. But your body has lost its guard.',
        lost: 'Yes. Your old limit is gone. And nobody can tell you a new one.',
        nothing: 'Your old limit is gone. That is how many people die in the first days.',
      },
    },
    sorting: {
      title: 'Someone will not wake up. Do it, or not?',
      hint: 'Pick one for each line.',
      bins: { do: 'Do it', 'do-not': 'Do not' },
      items: { call: 'Call 999, or press the bell', 'sleep-off': 'Let them sleep it off', side: 'Roll them on their side', 'cold-shower': 'Put them in a cold shower', leave: 'Leave, so I do not get in trouble', stay: 'Stay with them' },
    },
    ready: {
      title: 'What will you get ready?',
      hint: 'Ask healthcare or your drug worker now. It takes time.',
      label: 'What I get ready',
      options: { naloxone: 'Ask for naloxone to take home', appointment: 'Get a date with the drug service', medicine: 'Ask how my medicine goes on', met: 'Ask someone to meet me at the gate', 'first-night': 'Know where I sleep the first night', number: 'Have a number to call at any hour' },
    },
    people: {
      title: 'Who is with you?',
      label: 'Who is with me',
      fields: { with: 'Who will be with me the first days?', tell: 'Who will I phone if the pull comes?' },
      ideas: { family: 'My family.', friend: 'A friend who does not use.', hostel: 'The staff at the hostel.', worker: 'My drug worker.', mum: 'My mum.', partner: 'My partner.' },
    },
    plan: {
      title: 'Your plan for the first day',
      label: 'My plan',
      ideas: { 'release-pull': 'the pull comes on my first day out', 'old-friend': 'I meet someone I used with', phone: 'I phone someone before I do anything', 'go-to': 'I go straight to a safe person' },
    },
    after: { title: 'How sure are you now?' },
    end: { title: 'You know how to stay alive' },
  },
} as const satisfies TechniqueWords;
