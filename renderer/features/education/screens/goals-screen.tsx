import { Pencil, Plus, RotateCcw, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Goal } from '#protocol/education/goal.ts';
import type { FeatureScreenProps } from '../../../door/feature-door.ts';
import { usePerson } from '../../../session/use-person.ts';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { List } from '../../../ui/list.tsx';
import { ListRow } from '../../../ui/list-row.tsx';
import { Page } from '../../../ui/page.tsx';
import { Section } from '../../../ui/section.tsx';
import { Spinner } from '../../../ui/spinner.tsx';
import { UndoBar } from '../../../ui/undo-bar.tsx';
import type { EducationRoute } from '../route.ts';
import { keepThing } from '../study/study-actions.ts';
import { useGoals, type Kept } from '../study/study-queries.ts';
import { GoalCard } from './goal-card.tsx';
import { GoalForm } from './goal-form.tsx';

/** A person's own goals: made, changed, reached, put aside; nothing happens when a day passes. */
export function GoalsScreen({ back }: FeatureScreenProps<EducationRoute>) {
  const { t } = useTranslation('study');
  const person = usePerson();
  const goals = useGoals();
  const [editing, setEditing] = useState<Kept<Goal> | 'new'>();
  const [deleted, setDeleted] = useState<Kept<Goal>>();
  if (goals === undefined) return <Spinner word={t('saving')} block />;
  const keep = (thing: Goal, recordId?: Kept<Goal>['recordId']) => keepThing(person, thing, { recordId, send: true });
  const bringBack = ({ thing: { deletedAt: _, ...thing }, recordId }: Kept<Goal>) => { setDeleted(undefined); void keep(thing, recordId); };
  const here = goals.filter(({ thing }) => thing.deletedAt === undefined);
  const open = here.filter(({ thing }) => thing.doneAt === null);
  const done = here.filter(({ thing }) => thing.doneAt !== null);
  const actionsOf = (goal: Kept<Goal>) => (
    <>
      <Button icon={Pencil} onClick={() => { setEditing(goal); }}>{t('change')}</Button>
      <Button icon={Trash2} onClick={() => { setDeleted(goal); void keep({ ...goal.thing, deletedAt: Date.now() }, goal.recordId); }}>{t('delete')}</Button>
    </>
  );
  return (
    <Page title={t('goals')} lead={t('goalsLead')} focusTitle back={{ word: t('cancel'), onClick: back }}
      actions={<Button kind="primary" icon={Plus} onClick={() => { setEditing('new'); }}>{t('newGoal')}</Button>}>
      {editing === undefined ? null : (
        <GoalForm key={editing === 'new' ? 'new' : editing.recordId} goal={editing === 'new' ? undefined : editing.thing} onCancel={() => { setEditing(undefined); }}
          onSave={(goal) => { setEditing(undefined); void keep(goal, editing === 'new' ? undefined : editing.recordId); }} />
      )}
      {here.length === 0 && editing === undefined ? <EmptyState picture="done" title={t('noGoals')}>{t('noGoalsLead')}</EmptyState> : null}
      {open.map((goal) => <GoalCard key={goal.recordId} goal={goal.thing} isSecond={goal.isSecond} onChange={(thing) => { void keep(thing, goal.recordId); }} actions={actionsOf(goal)} />)}
      {done.length === 0 ? null : (
        <Section title={t('doneGoals')}>
          <List label={t('doneGoals')}>
            {done.map((goal) => (
              <ListRow key={goal.recordId} title={<bdi>{goal.thing.words}</bdi>} detail={t('doneOn')}
                actions={<Button icon={RotateCcw} onClick={() => { void keep({ ...goal.thing, doneAt: null, changedAt: Date.now() }, goal.recordId); }}>{t('notDone')}</Button>} />
            ))}
          </List>
        </Section>
      )}
      {deleted === undefined ? null : <UndoBar message={t('deleted')} actionWord={t('undo')} onAction={() => { bringBack(deleted); }} dismissWord={t('close')} onDismiss={() => { setDeleted(undefined); }} />}
    </Page>
  );
}
