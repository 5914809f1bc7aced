import { ArchiveRestore, Check, Pencil, Zap } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { triggers } from '#protocol/selfhelp/check-in.ts';
import type { PlanOf } from '#protocol/selfhelp/plan.ts';
import { Button } from '../../../ui/button.tsx';
import { ListRow } from '../../../ui/list-row.tsx';
import { Row } from '../../../ui/row.tsx';
import type { SaveFault } from '../actions.ts';
import { SaveFaultNotice } from '../save-fault.tsx';
import { localToday } from '../use-diary.ts';
import { useOneAtATime } from '../use-one-at-a-time.ts';
import { useSave } from '../use-save.ts';
import { usedOnce, type KeptPlanOf } from './plan-rules.ts';

type PlanRowProps = { readonly plan: KeptPlanOf<'if-then'>; readonly onChange?: () => void };

/** One if-then plan, with "I used it": once a day counts. One that was put away can be taken back. */
export function PlanRow({ plan: { recordId, body }, onChange }: PlanRowProps) {
  const { t } = useTranslation('plans');
  const save = useSave();
  const { busy, run } = useOneAtATime();
  const [fault, setFault] = useState<SaveFault['code']>();
  const when = usePlanWhen();
  const usedToday = body.lastUsed === localToday();
  const keep = (plan: PlanOf<'if-then'>) => run(async () => {
    const saved = await save('plan', plan, { recordId });
    setFault(saved.ok ? undefined : saved.error.code);
  });
  return (
    <ListRow
      icon={Zap}
      title={<bdi>{t('ifThen.line', { when: when(body), then: body.then })}</bdi>}
      detail={body.timesUsed > 0 ? t('ifThen.used', { count: body.timesUsed }) : undefined}
      actions={
        <Row>
          <SaveFaultNotice fault={fault} />
          {body.putAway ? <Button icon={ArchiveRestore} busy={busy} onClick={() => { void keep({ ...body, putAway: false }); }}>{t('ifThen.takeBack')}</Button> : usedToday ? <span>{t('ifThen.usedToday')}</span> : (
            <Button icon={Check} busy={busy} onClick={() => { void keep(usedOnce(body, localToday())); }}>{t('ifThen.use')}</Button>
          )}
          {onChange && <Button icon={Pencil} onClick={onChange}>{t('ifThen.change')}</Button>}
        </Row>
      }
    />
  );
}

/** When a plan is for: the person's own words, or what they picked, in the order it is offered. */
export function usePlanWhen(): (plan: Pick<PlanOf<'if-then'>, 'when' | 'triggers'>) => string {
  const { t } = useTranslation('selfhelp');
  return ({ when, triggers: picked }) => (when.trim() === '' ? triggers.filter((trigger) => picked.includes(trigger)).map((trigger) => t(`trigger.${trigger}`)).join(', ') : when.trim());
}
