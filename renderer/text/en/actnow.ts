/** Words of the Act now screen: help in the next ten minutes. Works offline and before signing in. */
export const text = {
  title: 'Help for right now',
  lead: 'You do not have to be alone with this. It can pass. Do one thing now.',
  danger: {
    title: 'Are you in danger, or thinking of ending your life?',
    bell: 'Press your cell bell',
    bellHint: 'Press it now. Say: “I am not safe.” You do not need to explain more.',
  },
  people: 'Talk to a person',
  bell: {
    title: 'Cell bell',
    body: 'Press it for an officer. Day or night.',
  },
  listener: {
    title: 'A Listener',
    body: 'Ask any officer for a Listener. They are prisoners trained to listen. They tell nobody.',
  },
  samaritans: {
    title: 'Samaritans: 116 123',
    body: 'Free from the phone in your cell. Day and night. The call is not recorded.',
  },
  healthcare: {
    title: 'Healthcare',
    body: 'If you took something, are hurt, or feel ill, press the bell and say so.',
  },
  tenMinutes: 'The next ten minutes',
  tenHint: 'A strong feeling is like a wave. It rises, and then it falls. Ride it out.',
  breathe: {
    title: 'Breathe slowly',
    start: 'Breathe with me',
    stop: 'Stop',
    in: 'Breathe in',
    hold: 'Hold',
    out: 'Breathe out',
    steps: 'In while you count to four. Hold for two. Out while you count to six.',
    calm: 'Let your shoulders drop. Do this ten times.',
  },
  ground: {
    title: 'Find your feet',
    five: 'Look for five things you can see.',
    four: 'Find four things you can touch.',
    three: 'Listen for three things you can hear.',
    two: 'Notice two things you can smell.',
    one: 'Name one thing you can taste.',
  },
  body: {
    title: 'Change something',
    water: 'Drink a glass of water, slowly.',
    cold: 'Hold cold water on your wrists.',
    move: 'Stand up. Do ten slow squats.',
    away: 'Put what could hurt you out of reach.',
    say: 'Say out loud: “This will pass.”',
  },
  notSent: 'This screen sends nothing. To get help now, press your bell.',
  back: 'Back',
} as const;
