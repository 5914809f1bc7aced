import { useState } from 'react';
import type { SaveFault } from '../actions.ts';
import type { z } from 'zod/mini';
import type { Plan, PlanOf } from '#protocol/selfhelp/plan.ts';
import { usePerson } from '../../../session/use-person.ts';
import { listRecords } from '../queries.ts';
import { useKeptDraft } from '../use-kept-draft.ts';
import { useSave } from '../use-save.ts';
import { plansOf } from './plan-rules.ts';

type SinglePlanOptions<Type extends Plan['type'], Form> = {
  readonly type: Type;
  readonly schema: z.ZodMiniType<Form>;
  readonly toForm: (plan: PlanOf<Type> | undefined) => Form;
  readonly toPlan: (form: Form) => PlanOf<Type>;
};

/** A plan of which there is one, as a form that is kept while it is filled in and replaces what was saved before. */
export function useSinglePlan<Type extends Plan['type'], Form>({ type, schema, toForm, toPlan }: SinglePlanOptions<Type, Form>) {
  const { database } = usePerson();
  const save = useSave();
  const [state, setState] = useState<'making' | 'saving' | SaveFault['code']>('making');
  const loadKept = async () => plansOf(await listRecords(database, 'plan'), type)[0];
  const draft = useKeptDraft<Form>({ key: `plan|${type}`, schema, start: async () => toForm((await loadKept())?.body) });
  return {
    form: draft.value,
    change: draft.change,
    isSaving: state === 'saving',
    fault: state !== 'making' && state !== 'saving' ? state : draft.state === 'full' ? ('storage-full' as const) : undefined,
    finish: async (done: () => void): Promise<void> => {
      const { value } = draft;
      if (value === undefined) return;
      setState('saving');
      const saved = await draft.become(async () => save('plan', toPlan(value), { recordId: (await loadKept())?.recordId, draft: `plan|${type}` }));
      if (saved.ok) done();
      else setState(saved.error.code);
    },
  };
}
