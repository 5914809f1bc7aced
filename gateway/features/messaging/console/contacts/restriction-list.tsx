import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../../../renderer/ui/button.tsx';
import { List } from '../../../../../renderer/ui/list.tsx';
import { ListRow } from '../../../../../renderer/ui/list-row.tsx';
import { Row } from '../../../../../renderer/ui/row.tsx';
import { Select } from '../../../../../renderer/ui/select.tsx';
import { Stack } from '../../../../../renderer/ui/stack.tsx';
import { TextField } from '../../../../../renderer/ui/text-field.tsx';
import { AskFirst } from '../../../../console/ask-first.tsx';
import { dayEnd, dayStart, today } from '../../../../console/day-field.ts';
import { useTimeWords } from '../../../../console/time-words.ts';
import { restrictionCodes, staffRestrictionSchema, type StaffContact } from '../../staff-api.ts';

type Restriction = StaffContact['restrictions'][number];
type RestrictionListProps = {
  readonly contact: StaffContact;
  readonly mayChange: boolean;
  readonly busy: boolean;
  readonly onChange: (restrictions: readonly Restriction[]) => void;
};

/** What limits writing to this contact, with dates. The reason never leaves the gateway. */
export function RestrictionList({ contact, mayChange, busy, onChange }: RestrictionListProps) {
  const { t } = useTranslation('contacts');
  const time = useTimeWords();
  const [adding, setAdding] = useState(false);
  const [lifting, setLifting] = useState<Restriction>();
  const { restrictions } = contact;
  if (restrictions.length === 0 && !mayChange) return null;
  const until = (restriction: Restriction) => (restriction.until === null ? t('untilLifted') : t('untilDay', { day: time.day(restriction.until) }));
  return (
    <Stack gap="sm">
      {restrictions.length === 0 ? null : (
        <List label={t('restrictions')}>
          {restrictions.map((restriction) => (
            <ListRow key={`${restriction.code} ${String(restriction.from)}`} title={t(`restriction.${restriction.code}`)} detail={`${t('fromDay', { day: time.day(restriction.from) })}, ${until(restriction)}`}
              actions={mayChange ? <Button size="small" kind="quiet" busy={busy} onClick={() => { setLifting(restriction); }}>{t('lift')}</Button> : undefined} />
          ))}
        </List>
      )}
      {mayChange && !adding ? <div><Button size="small" kind="quiet" onClick={() => { setAdding(true); }}>{t('restrict')}</Button></div> : null}
      {adding ? <NewRestriction busy={busy} onCancel={() => { setAdding(false); }} onAdd={(restriction) => { setAdding(false); onChange([...restrictions, restriction]); }} /> : null}
      <AskFirst open={lifting !== undefined} danger title={t('liftSure', { name: contact.name })} confirmWord={t('lift')} onConfirm={() => { setLifting(undefined); onChange(restrictions.filter((one) => one !== lifting)); }} onCancel={() => { setLifting(undefined); }}>{t('liftLead')}</AskFirst>
    </Stack>
  );
}

type NewRestrictionProps = { readonly busy: boolean; readonly onCancel: () => void; readonly onAdd: (restriction: Restriction) => void };

/** A reason and its dates; without a last day it holds until it is lifted. */
function NewRestriction({ busy, onCancel, onAdd }: NewRestrictionProps) {
  const { t } = useTranslation('contacts');
  const [code, setCode] = useState('');
  const [from, setFrom] = useState(today());
  const [until, setUntil] = useState('');
  const [wrong, setWrong] = useState(false);
  function add() {
    // From today means from now: a restriction never waits for the gateway's clock.
    const begins = from === today() ? Date.now() : dayStart(from);
    const parsed = staffRestrictionSchema.safeParse({ code, from: begins, until: until === '' ? null : dayEnd(until) });
    const fits = parsed.success && (parsed.data.until === null || parsed.data.until > parsed.data.from);
    setWrong(!fits);
    if (parsed.success && fits) onAdd(parsed.data);
  }
  return (
    <Stack gap="sm">
      <Row align="end" gap="md">
        <Select label={t('restrictionWhy')} width="medium" placeholder={t('console:pick')} value={code} onChange={setCode} error={wrong ? t('restrictionWrong') : undefined} options={restrictionCodes.map((known) => ({ value: known, label: t(`restriction.${known}`) }))} />
        <TextField label={t('firstDay')} type="date" width="medium" value={from} onChange={setFrom} />
        <TextField label={`${t('lastDay')} (${t('console:optional')})`} type="date" width="medium" value={until} onChange={setUntil} />
      </Row>
      <Row><Button kind="danger" size="small" busy={busy} onClick={add}>{t('restrict')}</Button><Button kind="quiet" size="small" onClick={onCancel}>{t('console:cancel')}</Button></Row>
    </Stack>
  );
}
