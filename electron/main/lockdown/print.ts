import { askWhetherPrevented } from './ask-whether-prevented.ts';
import { heldIf, type Measure } from './measure.ts';

export const print: Measure = {
  name: 'print',
  why: 'The print dialog has "Print to File", which browses the disk; alert and confirm are windows too (security.md 5 B21-22).',
  apply: ({ app, eachPage }) => {
    // The sandbox directive of page-headers.ts does the work; this leaves no printer behind it.
    app.commandLine.appendSwitch('disable-printing');
    eachPage((page) => {
      // A page that asks "leave?" would keep itself open.
      page.on('will-prevent-unload', (event) => {
        event.preventDefault();
      });
    });
  },
  check: async ({ page, session }) => {
    const { headers } = await session.fetch('app://tablet/not-there');
    const policy = headers.get('content-security-policy') ?? '';
    const hasNoModals = /(^|;)\s*sandbox /.test(policy) && !policy.includes('allow-modals');
    return heldIf(hasNoModals && askWhetherPrevented(page, 'will-prevent-unload'));
  },
};
