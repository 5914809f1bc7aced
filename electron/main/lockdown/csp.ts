import { heldIf, type Measure } from './measure.ts';

export const csp: Measure = {
  name: 'content-security-policy',
  why: 'What a letter or a name says must never become script, on any answer, "not found" included (Cure53 XDC-01-002).',
  // Set on each answer by app-protocol.ts and pack-protocol.ts: there is nothing to take hold of here.
  apply: () => undefined,
  check: async ({ probe }) => heldIf((await probe(HAS_POLICY)) === true),
};

const HAS_POLICY = `Promise.all(['./index.html', './not-there', '/../x'].map((path) => fetch(path))).then((answers) =>
  answers.every((answer) => {
    const policy = answer.headers.get('content-security-policy') ?? '';
    return ["default-src 'none'", "script-src 'self'", "object-src 'none'", "trusted-types 'none'"].every((part) => policy.includes(part))
      && answer.headers.get('x-content-type-options') === 'nosniff';
  }))`;
