import type { Step } from '../technique.ts';
import { ChooseStep } from './choose-step.tsx';
import { PlanStep } from './plan-step.tsx';
import { QuizStep } from './quiz-step.tsx';
import { RateStep } from './rate-step.tsx';
import { ReadStep } from './read-step.tsx';
import { SortStep } from './sort-step.tsx';
import type { StepProps } from './step-props.ts';
import { SummaryStep } from './summary-step.tsx';
import { TalkStep } from './talk-step.tsx';
import { TimerStep } from './timer-step.tsx';
import { WriteStep } from './write-step.tsx';

type StepScreenProps = Omit<StepProps, 'step'> & {
  readonly step: Step;
  readonly keepPlan: (plan: { readonly when: string; readonly then: string }) => Promise<boolean>;
  readonly actNow: () => void;
};

/** One step, by its kind. */
export function StepScreen({ step, keepPlan, actNow, ...props }: StepScreenProps) {
  switch (step.kind) {
    case 'read':
      return <ReadStep step={step} {...props} />;
    case 'rate':
      return <RateStep step={step} {...props} />;
    case 'quiz':
      return <QuizStep step={step} {...props} />;
    case 'sort':
      return <SortStep step={step} {...props} />;
    case 'choose':
      return <ChooseStep step={step} {...props} />;
    case 'write':
      return <WriteStep step={step} {...props} />;
    case 'timer':
      return <TimerStep step={step} {...props} />;
    case 'talk':
      return <TalkStep step={step} {...props} />;
    case 'plan':
      return <PlanStep step={step} {...props} />;
    case 'summary':
      return <SummaryStep step={step} keepPlan={keepPlan} actNow={actNow} {...props} />;
  }
}
