import { askWhetherPrevented } from './ask-whether-prevented.ts';
import { heldIf, type Measure } from './measure.ts';

/** A path that cannot be made: should a download ever start, it has nowhere to go. */
const NOWHERE = '/dev/null/none';

export const downloads: Measure = {
  name: 'downloads',
  why: 'A download opens a Save dialog, which is a file browser, and puts files on the disk (security.md 5 B31).',
  apply: ({ eachSession }) => {
    eachSession((session) => {
      session.setDownloadPath(NOWHERE);
      session.on('will-download', (event) => {
        event.preventDefault();
      });
    });
  },
  check: ({ session }) => heldIf(askWhetherPrevented(session, 'will-download', {}, {}, {})),
};
