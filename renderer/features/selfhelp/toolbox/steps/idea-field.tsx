import { Plus } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../../ui/button.tsx';
import { Row } from '../../../../ui/row.tsx';
import { TextArea } from '../../../../ui/text-area.tsx';
import { LONGEST_LINE } from './longest-line.ts';

type IdeaFieldProps = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Words that a touch puts into the field: nobody has to be able to write. */
  readonly ideas: readonly string[];
  readonly rows?: number;
  /** True where an idea takes the place of what stands there, because the field is one half of a sentence. */
  readonly replaces?: boolean;
};

/** A field to write in, with ideas below it. */
export function IdeaField({ label, value, onChange, ideas, rows = 2, replaces = false }: IdeaFieldProps) {
  const { t } = useTranslation('toolbox');
  const id = useId();
  const use = (idea: string) => {
    const before = value.trim();
    if (before.includes(idea) && !replaces) return;
    onChange(replaces || before === '' ? idea : `${before} ${idea}`);
  };
  return (
    <div className="practice-field">
      <TextArea label={label} rows={rows} value={value} onChange={(next) => { onChange(next.slice(0, LONGEST_LINE)); }} />
      {ideas.length > 0 && (
        <div role="group" aria-labelledby={id}>
          <p className="ui-hint" id={id}>{t('write.ideas')}</p>
          <Row gap="xs">
            {ideas.map((idea) => <Button key={idea} kind="quiet" icon={Plus} onClick={() => { use(idea); }}>{idea}</Button>)}
          </Row>
        </div>
      )}
    </div>
  );
}
