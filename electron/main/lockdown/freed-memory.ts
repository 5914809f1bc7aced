import { FREED_MEMORY_SWITCH } from '../launch-switch.ts';
import { heldIf, type Measure } from './measure.ts';

const [NAME = '', WANTED] = FREED_MEMORY_SWITCH.slice('--'.length).split('=');

export const freedMemory: Measure = {
  name: 'freed-memory',
  why: 'What somebody typed passes the main process key by key, with the letters around it, and lies in memory that it gave back.',
  // Too late here: whoever starts the program passes it (launch-switch.ts).
  apply: () => undefined,
  check: ({ app }) => {
    const given = app.commandLine.getSwitchValue(NAME);
    return given === '' ? 'absent' : heldIf(given === WANTED);
  },
};
