import { heldIf, type Measure } from './measure.ts';

export const spellcheck: Measure = {
  name: 'spellcheck',
  why: 'Chromium fetches its dictionaries from outside at every start and keeps the words people add (electron#22995).',
  apply: ({ eachSession }) => {
    eachSession((session) => {
      session.setSpellCheckerEnabled(false);
      session.setSpellCheckerDictionaryDownloadURL('app://tablet/no-dictionaries/');
    });
  },
  check: ({ session }) => heldIf(!session.isSpellCheckerEnabled()),
};
