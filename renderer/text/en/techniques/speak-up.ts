import type { TechniqueWords } from '../../technique-words.ts';

export const text = {
  name: 'Speak up, stay calm',
  about: 'For when something bothers you. You learn to ask for what you need without a fight.',
  steps: {
    before: { title: 'How sure are you that you can speak up and stay calm?' },
    ways: {
      title: 'Three ways to act',
      body: 'You can give in. You say nothing, and it eats you up.\nYou can attack. You shout, and now there are two problems.\nOr you can be steady. You say what you need, and you leave the other person some room.',
    },
    steady: {
      title: 'Steady words',
      body: 'There are three parts: “When this happens …” “I feel …” “I would like …”\nAn example: “When the TV is loud at night, I feel worn out. I would like it off at eleven”.\nTalk about what happened, not about what he is like. Ask for one thing.',
    },
    sorting: {
      title: 'Which way is it?',
      hint: 'Pick one for each line.',
      bins: { give: 'Give in', attack: 'Attack', steady: 'Steady' },
      items: {
        fine: '“It is fine. Do not mind me.”',
        always: '“You are always so selfish!”',
        when: '“When you shout, I cannot think. Please talk quietly.”',
        nothing: 'Say nothing, and sulk for days.',
        'or-else': '“Do it, or else.”',
        could: '“Could we take turns?”',
      },
    },
    night: {
      title: 'Try it out: one in the morning',
      hint: 'You share a cell. The TV is loud. You cannot sleep. Pick what you do.',
      says: {
        loud: '“I cannot sleep. It keeps me calm.”',
        hour: 'An hour later the TV is still on. You are boiling.',
        'try-it': '“Just you try it!”',
        need: '“I need it. Nights are bad for me.”',
        low: '“Low then. And will you put the light off when I ask?”',
        agreed: 'You both get something. And you can ask again next time, because nobody lost.',
        begun: 'It is a start. You stayed calm, and you can talk again tomorrow in daylight.',
        swallowed: 'You kept the peace, but not your own. By the end of the week it may blow. Try the steady words.',
        stuck: 'He stops listening. You said what you feel, but left him no room. Try asking for one small thing.',
        fight: 'Now it is a fight. You could both lose a lot. If you feel it rise, step back and breathe first.',
      },
      options: {
        break: '“Turn it off or I will break it!”',
        silent: 'Say nothing and lie awake.',
        ask: '“When it is loud I cannot sleep. Could you turn it down?”',
        shout: 'Shout at him.',
        'a-word': '“Can I say something? I am worn out.”',
        'still-silent': 'Still say nothing.',
        sorry: '“Sorry. I am tired. Can we start again?”',
        step: 'Step up to him.',
        both: '“I get that. Could we say low after eleven?”',
        'your-problem': '“That is your problem.”',
        forget: '“OK. Forget I said it.”',
        deal: '“Deal.”',
        think: '“Let me think. Thanks for turning it down.”',
      },
    },
    mine: {
      title: 'Now your own',
      hint: 'Think of something that bothers you this week. Start small.',
      label: 'My steady words',
      fields: { when: 'When …', feel: '… I feel …', like: '… I would like …' },
      ideas: { noise: 'there is noise late at night', app: 'I get no reply to my app', call: 'we talk on the phone and you shout', angry: 'angry', worried: 'worried', small: 'small', 'turn-down': 'it to be quiet after eleven', tell: 'you to tell me when I will know', listen: 'you to let me finish' },
    },
    aloud: {
      title: 'Say it to yourself first',
      body: 'Breathe out. Drop your shoulders. Say your three parts, slowly.\nThen think of the worst reply. What will you say? “I hear you. I still need this.”\nPick a good time. Not in front of others. Not when one of you is angry.',
    },
    plan: {
      title: 'Make it a plan',
      label: 'My plan',
      ideas: { wound: 'I feel wound up', 'give-in': 'I want to say “it is fine” and it is not', three: 'I say my three parts, calmly', wait: 'I breathe out and wait for a better time' },
    },
    after: { title: 'How sure are you now?' },
    end: { title: 'You have your own words' },
  },
} as const satisfies TechniqueWords;
