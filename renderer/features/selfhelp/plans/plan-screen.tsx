import { Archive, Save } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod/mini';
import { responses, triggers, type Trigger } from '#protocol/selfhelp/check-in.ts';
import { MAX_PLAN_WORDS, type PlanOf } from '#protocol/selfhelp/plan.ts';
import { Listen } from '../../../speech/listen.tsx';
import { Button } from '../../../ui/button.tsx';
import { CheckboxGroup } from '../../../ui/checkbox-group.tsx';
import { FormErrors } from '../../../ui/form-errors.tsx';
import { Page } from '../../../ui/page.tsx';
import { Row } from '../../../ui/row.tsx';
import { Spinner } from '../../../ui/spinner.tsx';
import { Stack } from '../../../ui/stack.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { usePerson } from '../../../session/use-person.ts';
import type { SaveFault } from '../actions.ts';
import { loadRecord } from '../queries.ts';
import { useFaultWords } from '../save-fault.tsx';
import type { SelfhelpScreenProps } from '../selfhelp-route.ts';
import { ChooseNotice } from '../versions/choose-notice.tsx';
import { useKeptDraft } from '../use-kept-draft.ts';
import { useSave } from '../use-save.ts';

const formSchema = z.strictObject({ when: z.string(), then: z.string(), triggers: z.array(z.enum(triggers)) });
type PlanForm = z.infer<typeof formSchema>;

const MOMENTS = triggers.filter((trigger) => trigger !== 'nothing');
const IDEAS = responses.filter((response) => response !== 'nothing');

/** One if-then plan: a moment, and one thing to do in it (implementation intentions, Gollwitzer 1999; domain.md 2.1). */
export function PlanScreen({ route, go, back }: SelfhelpScreenProps) {
  const { t } = useTranslation(['plans', 'selfhelp', 'app']);
  const { database } = usePerson();
  const save = useSave();
  const faultWords = useFaultWords();
  const recordId = route.screen === 'plan' ? route.recordId : undefined;
  const draftKey = `plan|${recordId ?? 'new'}`;
  const [state, setState] = useState<'making' | 'asked' | 'saving' | SaveFault['code']>('making');
  const kept = async () => {
    const body = recordId === undefined ? undefined : (await loadRecord(database, 'plan', recordId))?.record.body;
    return body?.type === 'if-then' ? body : undefined;
  };
  const draft = useKeptDraft<PlanForm>({
    key: draftKey,
    schema: formSchema,
    start: async () => {
      const body = await kept();
      return body === undefined ? { when: '', then: '', triggers: [] } : { when: body.when, then: body.then, triggers: body.triggers };
    },
  });
  const form = draft.value;
  if (form === undefined) return <Spinner word={t('frame.loading', { ns: 'app' })} size="lg" block />;
  const set = (changed: Partial<PlanForm>) => { draft.change({ ...form, ...changed }); };
  const noWhen = form.when.trim() === '' && form.triggers.length === 0;
  const noThen = form.then.trim() === '';
  const finish = async (putAway: boolean) => {
    if (noWhen || noThen) { setState('asked'); return; }
    setState('saving');
    const saved = await draft.become(async () => {
      const before = await kept();
      const plan: PlanOf<'if-then'> = { type: 'if-then', ...form, when: form.when.trim(), then: form.then.trim(), timesUsed: before?.timesUsed ?? 0, lastUsed: before?.lastUsed ?? null, putAway };
      return save('plan', plan, { recordId, draft: draftKey });
    });
    if (saved.ok) back();
    else setState(saved.error.code);
  };
  const fault = state !== 'making' && state !== 'asked' && state !== 'saving' ? state : draft.state === 'full' ? ('storage-full' as const) : undefined;
  const errors = [
    ...(state === 'asked' && noWhen ? [{ key: 'when', text: t('ifThen.needWhen') }] : []),
    ...(state === 'asked' && noThen ? [{ key: 'then', text: t('ifThen.needThen') }] : []),
    ...(fault === undefined ? [] : [{ key: 'fault', text: faultWords(fault) }]),
  ];
  return (
    <Page
      title={t('ifThen.make')}
      lead={t('ifThen.makeLead')}
      back={{ word: t('title'), onClick: back }}
      actions={<Listen says={[t('ifThen.make'), t('ifThen.makeLead'), t('ifThen.pickWhen'), t('ifThen.then'), t('ifThen.thenHint')]} />}
      focusTitle
      footer={
        <Row justify="between">
          {recordId === undefined ? <span /> : <Button size="large" icon={Archive} busy={state === 'saving'} onClick={() => { void finish(true); }}>{t('ifThen.putAway')}</Button>}
          <Button kind="primary" size="large" icon={Save} busy={state === 'saving'} busyWord={t('saving')} onClick={() => { void finish(false); }}>{t('ifThen.save')}</Button>
        </Row>
      }
    >
      {errors.length > 0 && <FormErrors title={t('missing')} errors={errors} />}
      {recordId !== undefined && <ChooseNotice kind="plan" thing={`plan|${recordId}`} go={go} />}
      <Stack gap="lg">
        <CheckboxGroup legend={t('ifThen.pickWhen')} hint={t('ifThen.pickWhenHint')} columns={3} values={form.triggers} options={MOMENTS.map((value) => ({ value, label: t(`trigger.${value}`, { ns: 'selfhelp' }) }))} onChange={(picked) => { set({ triggers: MOMENTS.filter((moment: Trigger) => picked.includes(moment)) }); }} />
        <TextField label={t('ifThen.ownWhen')} value={form.when} onChange={(when) => { set({ when }); }} maxLength={MAX_PLAN_WORDS} dir="auto" />
        <TextField label={t('ifThen.then')} hint={t('ifThen.thenHint')} value={form.then} onChange={(then) => { set({ then }); }} maxLength={MAX_PLAN_WORDS} dir="auto" />
        <div role="group" aria-label={t('ifThen.ideas')}>
          <p className="ui-hint">{t('ifThen.ideas')}</p>
          <Row>
            {IDEAS.map((idea) => {
              const words = t(`response.${idea}`, { ns: 'selfhelp' });
              return <Button key={idea} size="small" onClick={() => { set({ then: words }); }}>{words}</Button>;
            })}
          </Row>
        </div>
      </Stack>
    </Page>
  );
}
