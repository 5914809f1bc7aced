import { randomBytes } from 'node:crypto';
import { argon2id, argon2Verify } from 'hash-wasm';

/** OWASP's figure for servers (19 MiB, two passes): some 60 ms, on the only thread (security.md 6.2). */
const COST = { memorySize: 19_456, iterations: 2, parallelism: 1, hashLength: 32 } as const;

/** Hashes that may wait at once. More would only make everybody wait: they are told to come back. */
const MAX_WAITING = 20;

/** Passwords, one hash at a time. Each call gives undefined when too many are waiting. */
export type PasswordHasher = {
  /** Argon2id with a new salt, as text that carries salt and cost. */
  readonly hash: (password: string) => Promise<string | undefined>;
  /** Whether the password fits; an unknown account (`hash` undefined) costs the same time and never fits. */
  readonly fits: (password: string, hash: string | undefined) => Promise<boolean | undefined>;
};

/** Builds the hasher. */
export function createPasswordHasher(): PasswordHasher {
  let waiting = 0;
  let last: Promise<unknown> = Promise.resolve();
  // Names must not be found out by a clock, so an unknown one is compared with a password nobody has.
  const nobodys = hashNow(randomBytes(32).toString('hex'));

  const inTurn = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
    if (waiting >= MAX_WAITING) return undefined;
    waiting += 1;
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    try {
      return await turn;
    } finally {
      waiting -= 1;
    }
  };

  return {
    hash: (password) => inTurn(() => hashNow(password)),
    fits: (password, hash) =>
      inTurn(async () => {
        const fits = await argon2Verify({ password: password.normalize('NFC'), hash: hash ?? (await nobodys) });
        return fits && hash !== undefined;
      }),
  };
}

function hashNow(password: string): Promise<string> {
  return argon2id({ ...COST, password: password.normalize('NFC'), salt: randomBytes(16), outputType: 'encoded' });
}
