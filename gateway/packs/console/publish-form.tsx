import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../renderer/ui/button.tsx';
import { Card } from '../../../renderer/ui/card.tsx';
import { RadioCards } from '../../../renderer/ui/radio-cards.tsx';
import { Row } from '../../../renderer/ui/row.tsx';
import { Select } from '../../../renderer/ui/select.tsx';
import { Stack } from '../../../renderer/ui/stack.tsx';
import { TextField } from '../../../renderer/ui/text-field.tsx';
import { AskFirst } from '../../console/ask-first.tsx';
import { FailureNotice } from '../../console/failure-notice.tsx';
import { useAct } from '../../console/use-act.ts';
import { useCall } from '../../console/use-call.ts';
import { peopleSchema } from '../../people/staff-api.ts';
import { establishmentSchema } from '../../staff/staff-api.ts';
import { groupChoicesSchema, packAudienceSchema, packHoldersSchema, packPublicationSchema, type PackAudience, type Packs } from '../staff-api.ts';
import { useAudienceWords } from './use-audience-words.ts';

type PublishFormProps = { readonly pack: Packs['packs'][number]; readonly onDone: () => void; readonly onCancel: () => void };

/** Which edition, and for whom. Asked twice: an edition never goes back. */
export function PublishForm({ pack, onDone, onCancel }: PublishFormProps) {
  const { t } = useTranslation('packs');
  const { act, busy, failure } = useAct();
  const establishment = useCall('/establishment', establishmentSchema);
  const people = useCall('/people?status=here', peopleSchema);
  const here = people.state === 'ready' ? people.value.people : [];
  const audienceWords = useAudienceWords(here);
  const [version, setVersion] = useState(String(pack.editions[0]?.version ?? ''));
  const [kind, setKind] = useState<PackAudience['kind']>('everyone');
  const [wing, setWing] = useState('');
  const [personId, setPersonId] = useState('');
  const [groupId, setGroupId] = useState('');
  const [tabletId, setTabletId] = useState('');
  const [from, setFrom] = useState('');
  const [until, setUntil] = useState('');
  const groups = useCall('/groups', groupChoicesSchema);
  const tablets = useCall(`/packs/${pack.packId}/holders`, packHoldersSchema);
  const [checked, setChecked] = useState(false);
  const [asked, setAsked] = useState<PackAudience>();
  const audience = audienceOf(kind, { wing, personId, groupId, tabletId });
  const missing = checked && audience === undefined ? t('console:pick') : undefined;
  function ask(event: SubmitEvent) {
    event.preventDefault();
    setChecked(true);
    setAsked(audience);
  }
  async function publish(to: PackAudience) {
    setAsked(undefined);
    const done = await act({ method: 'POST', path: `/packs/${pack.packId}/publications`, reply: packPublicationSchema, body: { version: Number(version), audience: to, ...(from === '' ? {} : { from }), ...(until === '' ? {} : { until }) } });
    if (done !== undefined) onDone();
  }
  const editions = pack.editions.filter((edition) => edition.version >= (pack.publishedVersion ?? 0));
  return (
    <Card title={t('publish')} tone="outline">
      <form noValidate onSubmit={ask}>
        <Stack gap="md">
          {failure === undefined ? null : <FailureNotice failure={failure} />}
          <Select label={t('whichEdition')} width="medium" value={version} onChange={setVersion} options={editions.map((edition) => ({ value: String(edition.version), label: t('edition', { version: edition.version }) }))} />
          <RadioCards legend={t('forWhom')} columns={3} value={kind} onChange={setKind} options={(['tablet', 'everyone', 'wing', 'group', 'person'] as const).map((value) => ({ value, label: t(`audience.${value}`) }))} />
          {kind === 'wing' ? <Select label={t('wing')} width="medium" placeholder={t('console:pick')} value={wing} onChange={setWing} error={missing} options={(establishment.state === 'ready' ? establishment.value.wings : []).map((one) => ({ value: one, label: one }))} /> : null}
          {kind === 'tablet' ? <Select label={t('tablet')} hint={t('tabletHint')} width="medium" placeholder={t('console:pick')} value={tabletId} onChange={setTabletId} error={missing} options={(tablets.state === 'ready' ? tablets.value.tablets : []).map((one) => ({ value: one.tabletId, label: `${one.name}, ${one.wing}` }))} /> : null}
          {kind === 'group' ? <Select label={t('group')} width="medium" placeholder={t('console:pick')} value={groupId} onChange={setGroupId} error={missing} options={(groups.state === 'ready' ? groups.value.groups : []).map((one) => ({ value: one.groupId, label: one.name }))} /> : null}
          {kind === 'person' ? <Select label={t('person')} width="medium" placeholder={t('console:pick')} value={personId} onChange={setPersonId} error={missing} options={here.map((person) => ({ value: person.personId, label: `${person.lastName}, ${person.firstName} (${person.prisonerNumber}), ${person.wing}` }))} /> : null}
          <Row align="end" gap="md"><TextField label={t('fromDay')} type="date" width="medium" value={from} max={until === '' ? undefined : until} onChange={setFrom} /><TextField label={t('untilDay')} type="date" width="medium" value={until} min={from === '' ? undefined : from} onChange={setUntil} /></Row>
          <Row><Button type="submit" kind="primary" busy={busy}>{t('publish')}</Button><Button kind="quiet" onClick={onCancel}>{t('console:cancel')}</Button></Row>
        </Stack>
      </form>
      <AskFirst open={asked !== undefined} title={t('publishSure', { version, audience: asked === undefined ? '' : audienceWords(asked) })} confirmWord={t('publish')} onConfirm={() => { if (asked !== undefined) void publish(asked); }} onCancel={() => { setAsked(undefined); }}>{t('publishLead')}</AskFirst>
    </Card>
  );
}

type Choices = { readonly wing: string; readonly personId: string; readonly groupId: string; readonly tabletId: string };

/** The audience as the gateway wants it, or undefined while it is not said which wing, group, person or tablet. */
function audienceOf(kind: PackAudience['kind'], { wing, personId, groupId, tabletId }: Choices): PackAudience | undefined {
  if (kind === 'everyone') return { kind };
  const chosen = packAudienceSchema.safeParse({ wing: { kind, wing }, group: { kind, groupId }, person: { kind, personId }, tablet: { kind, tabletId } }[kind]);
  return chosen.success ? chosen.data : undefined;
}
