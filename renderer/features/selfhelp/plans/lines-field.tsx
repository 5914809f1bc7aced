import { Plus, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { MAX_PLAN_WORDS } from '#protocol/selfhelp/plan.ts';
import { Button } from '../../../ui/button.tsx';
import { List } from '../../../ui/list.tsx';
import { ListRow } from '../../../ui/list-row.tsx';
import { Row } from '../../../ui/row.tsx';
import { Section } from '../../../ui/section.tsx';
import { TextField } from '../../../ui/text-field.tsx';

type LinesFieldProps = {
  readonly title: string;
  readonly hint: string;
  readonly label: string;
  readonly lines: readonly string[];
  /** How many lines a plan takes: then it is said, and nothing more is asked for. */
  readonly most: number;
  readonly typing: string;
  readonly onType: (words: string) => void;
  readonly onAdd: () => void;
  readonly onRemove: (line: string) => void;
};

/** A list that grows line by line in the person's own words. */
export function LinesField({ title, hint, label, lines, most, typing, onType, onAdd, onRemove }: LinesFieldProps) {
  const { t } = useTranslation('plans');
  return (
    <Section title={title} hint={hint}>
      {lines.length > 0 && (
        <List label={title}>
          {lines.map((line) => <ListRow key={line} title={<bdi>{line}</bdi>} actions={<Button icon={X} onClick={() => { onRemove(line); }}>{t('remove')}</Button>} />)}
        </List>
      )}
      {lines.length >= most ? <p>{t('enough', { most })}</p> : <form onSubmit={(event) => { event.preventDefault(); onAdd(); }}>
        <Row align="end">
          <TextField label={label} value={typing} onChange={onType} maxLength={MAX_PLAN_WORDS} width="medium" dir="auto" />
          <Button type="submit" icon={Plus}>{t('add')}</Button>
        </Row>
      </form>}
    </Section>
  );
}
