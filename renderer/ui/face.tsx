/** 1 is the worst mood, 5 the best. */
export type Mood = 1 | 2 | 3 | 4 | 5;

const MOUTHS: Readonly<Record<Mood, string>> = {
  1: 'M20 45 Q32 31 44 45',
  2: 'M21 43 Q32 36 43 43',
  3: 'M22 41 L42 41',
  4: 'M21 39 Q32 48 43 39',
  5: 'M18 37 Q32 56 46 37 Z',
};

const BROWS: Readonly<Record<Mood, string>> = {
  1: 'M17 22 L26 18 M47 22 L38 18',
  2: 'M18 20 L26 19 M46 20 L38 19',
  3: '',
  4: '',
  5: 'M18 19 Q22 16 26 19 M46 19 Q42 16 38 19',
};

/** A drawn face for a mood. Decorative: the word beside it says the mood. */
export function Face({ mood }: { readonly mood: Mood }) {
  return (
    <svg className="ui-face" data-mood={mood} viewBox="0 0 64 64" aria-hidden focusable={false}>
      <circle className="ui-face-skin" cx="32" cy="32" r="28" />
      <circle className="ui-face-ink" cx="22" cy="28" r="3.2" />
      <circle className="ui-face-ink" cx="42" cy="28" r="3.2" />
      {BROWS[mood] !== '' && <path className="ui-face-line" d={BROWS[mood]} />}
      <path className={mood === 5 ? 'ui-face-smile' : 'ui-face-line'} d={MOUTHS[mood]} />
    </svg>
  );
}
