/** Phrases people use when they may be about to end their life or hurt themselves. A star: any ending. */
export const dangerWordsEn: readonly string[] = [
  'kill myself', 'killing myself', 'kill my self', 'end my life', 'ending my life', 'end it all', 'ending it all', 'take my own life', 'taking my own life', 'take my life',
  'suicid*', 'top myself', 'do myself in', 'want to die', 'wanna die', 'wish i was dead', 'wish i were dead', 'better off dead', 'better off without me',
  'dont want to live', 'dont want to be alive', 'dont want to be here anymore', 'dont want to be here any more', 'no reason to live', 'nothing to live for', 'cant go on', 'cant do this anymore', 'cant do this any more',
  'hang myself', 'hanging myself', 'ligature*', 'cut myself', 'cutting myself', 'cut up', 'cutting up', 'hurt myself', 'hurting myself', 'harm myself', 'harming myself', 'self harm*', 'selfharm*',
  'overdose', 'od myself', 'swallow them all', 'take all my pills', 'take all my meds', 'saved up my meds', 'say goodbye to everyone', 'not wake up',
];
