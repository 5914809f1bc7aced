import { askWhetherPrevented } from './ask-whether-prevented.ts';
import { heldIf, type Measure } from './measure.ts';

const CHOOSERS = ['select-hid-device', 'select-serial-port', 'select-usb-device'] as const;

export const devices: Measure = {
  name: 'devices',
  why: 'USB, serial, HID and Bluetooth choosers open native lists and reach hardware (security.md 5 E74, B35).',
  apply: ({ eachSession, eachPage }) => {
    eachSession((session) => {
      for (const chooser of CHOOSERS) {
        // The overloads differ by event only; the first two parameters are alike.
        session.on(chooser as 'select-hid-device', (event, _details, answer) => {
          event.preventDefault();
          answer();
        });
      }
    });
    eachPage((page) => {
      page.on('select-bluetooth-device', (event, _devices, answer) => {
        event.preventDefault();
        answer('');
      });
    });
  },
  check: ({ session, page }) =>
    heldIf(
      CHOOSERS.every((chooser) => askWhetherPrevented(session, chooser, {}, {}, () => undefined)) &&
        askWhetherPrevented(page, 'select-bluetooth-device', {}, [], () => undefined),
    ),
};
