import { useWords } from './player-words.ts';

/** Which go this is. Nothing is said at the first of any number: it would only worry. */
export function AttemptLine({ number, limit }: { readonly number: number; readonly limit: number | undefined }) {
  const words = useWords();
  if (limit === undefined) return number === 1 ? null : <p>{words('attempt', { number })}</p>;
  return (
    <p>
      {words('attemptOf', { number, limit })} {number === limit ? words('lastAttempt') : null}
    </p>
  );
}
