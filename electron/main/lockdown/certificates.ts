import { askWhetherPrevented } from './ask-whether-prevented.ts';
import { heldIf, type Measure } from './measure.ts';

export const certificates: Measure = {
  name: 'certificates',
  why: 'No renderer speaks TLS; a certificate question or a log-in box would be a native window (security.md 4.1).',
  apply: ({ app }) => {
    app.on('certificate-error', (event, _page, _url, _error, _certificate, answer) => {
      event.preventDefault();
      answer(false);
    });
    app.on('select-client-certificate', (event, _page, _url, _list, answer) => {
      event.preventDefault();
      answer();
    });
    app.on('login', (event, _page, _details, _authInfo, answer) => {
      event.preventDefault();
      answer();
    });
  },
  check: ({ app, page }) => {
    const answers: unknown[] = [];
    const answer = (value?: unknown): void => void answers.push(value);
    const isPrevented =
      askWhetherPrevented(app, 'certificate-error', {}, page, '', '', {}, answer) &&
      askWhetherPrevented(app, 'select-client-certificate', {}, page, '', [], answer) &&
      askWhetherPrevented(app, 'login', {}, page, {}, {}, answer);
    return heldIf(
      isPrevented && answers.length === 3 && answers.every((value) => value === false || value === undefined),
    );
  },
};
