import { heldIf, type Measure } from './measure.ts';

export const csp: Measure = {
  name: 'content-security-policy',
  why: 'What a letter or a name says must never become script, on any answer, "not found" included (Cure53 XDC-01-002).',
  // Set on each answer by app-protocol.ts and pack-protocol.ts: there is nothing to take hold of here.
  apply: () => undefined,
  check: async ({ session }) => {
    const answers = await Promise.all(ADDRESSES.map((address) => session.fetch(address)));
    return heldIf(answers.every(({ headers }) => hasPolicy(headers)));
  },
};

const ADDRESSES = ['app://tablet/index.html', 'app://tablet/not-there', 'app://elsewhere/'];
const PARTS = ["default-src 'none'", "script-src 'self'", "object-src 'none'", "trusted-types 'none'"];

function hasPolicy(headers: Headers): boolean {
  const policy = headers.get('content-security-policy') ?? '';
  return PARTS.every((part) => policy.includes(part)) && headers.get('x-content-type-options') === 'nosniff';
}
