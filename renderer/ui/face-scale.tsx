import { useId } from 'react';
import { Face, type Mood } from './face.tsx';
import { FieldsetFrame, type FieldsetWords } from './fieldset-frame.tsx';

type FaceScaleProps = FieldsetWords & {
  readonly value: Mood | null;
  readonly onChange: (mood: Mood) => void;
  /** The word of each mood, the worst first. */
  readonly words: readonly [string, string, string, string, string];
};

const MOODS = [1, 2, 3, 4, 5] as const;

/** "How are you?" in five faces, each with its word. */
export function FaceScale({ value, onChange, words, ...frame }: FaceScaleProps) {
  const name = useId();
  return (
    <FieldsetFrame {...frame}>
      <div className="ui-faces">
        {MOODS.map((mood) => (
          <label key={mood} className="ui-face-option">
            <input
              type="radio"
              name={name}
              checked={mood === value}
              onChange={() => {
                onChange(mood);
              }}
            />
            <Face mood={mood} />
            <span>{words[mood - 1]}</span>
          </label>
        ))}
      </div>
    </FieldsetFrame>
  );
}
