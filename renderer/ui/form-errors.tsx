import { Notice } from './notice.tsx';

type FormErrorsProps = {
  readonly title: string;
  readonly errors: readonly { readonly key: string; readonly text: string }[];
};

/** Everything wrong with a form, at its top. Shows nothing while nothing is wrong. */
export function FormErrors({ title, errors }: FormErrorsProps) {
  if (errors.length === 0) return null;
  return (
    <Notice tone="danger" title={title} live="assertive">
      <ul>
        {errors.map(({ key, text }) => (
          <li key={key}>{text}</li>
        ))}
      </ul>
    </Notice>
  );
}
