import { Picture } from '../../../../ui/picture.tsx';
import { Paragraphs } from './paragraphs.tsx';
import type { StepProps } from './step-props.ts';

/** Words only, with a drawing where the definition names one. */
export function ReadStep({ step, words }: StepProps<'read'>) {
  return (
    <div className="practice-read">
      <Paragraphs body={words.body} />
      {step.picture !== undefined && <Picture name={step.picture} />}
    </div>
  );
}
