import { Share2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { shareDays, type ShareRole } from '#protocol/selfhelp/sharing.ts';
import { usePerson } from '../../../session/use-person.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { List } from '../../../ui/list.tsx';
import { ListRow } from '../../../ui/list-row.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Page } from '../../../ui/page.tsx';
import { Row } from '../../../ui/row.tsx';
import { SharedPageView } from '../../../ui/shared-page.tsx';
import { Spinner } from '../../../ui/spinner.tsx';
import { useDiary } from '../use-diary.ts';
import { sharePage, type ShareFault } from './sharing-actions.ts';
import { loadReaders } from './sharing-queries.ts';
import type { Shareable } from './shareable.ts';
import { useShareables } from './use-shareables.ts';

const FAULTS = { 'storage-full': 'full', 'signed-out': 'out', 'no-key': 'noKey', failed: 'failed' } as const;

/** What, with whom, for how long, and then the very page before it goes. */
export function NewShare({ onLeave }: { readonly onLeave: () => void }) {
  const { t } = useTranslation('sharing');
  const [thing, setThing] = useState<Shareable>();
  const [role, setRole] = useState<ShareRole>();
  const [days, setDays] = useState<number>();
  const step = thing === undefined ? 'what' : role === undefined ? 'who' : days === undefined ? 'long' : 'look';
  const back = { what: onLeave, who: () => { setThing(undefined); }, long: () => { setRole(undefined); }, look: () => { setDays(undefined); } }[step];
  const leads = { what: t('what.lead'), who: t('roleHint'), long: t('long.lead'), look: t('look.lead') };
  return (
    <Page key={step} title={t(`${step}.title`)} lead={leads[step]} back={{ word: t('frame.back', { ns: 'app' }), onClick: back }} focusTitle>
      {thing === undefined && <PickThing onPick={setThing} />}
      {step === 'who' && <PickRole onPick={setRole} />}
      {step === 'long' && (
        <List label={t('long.title')}>
          {shareDays.map((count) => <ListRow key={count} title={t('long.days', { count })} onClick={() => { setDays(count); }} />)}
        </List>
      )}
      {thing !== undefined && role !== undefined && days !== undefined && <LookAtPage thing={thing} role={role} days={days} onLeave={onLeave} onAgain={() => { setThing(undefined); setRole(undefined); setDays(undefined); }} />}
    </Page>
  );
}

function PickThing({ onPick }: { readonly onPick: (thing: Shareable) => void }) {
  const { t } = useTranslation('sharing');
  const things = useShareables();
  if (things === undefined) return <Spinner word={t('frame.loading', { ns: 'app' })} size="lg" block />;
  if (things.length === 0) return <Notice tone="info">{t('what.none')}</Notice>;
  return (
    <List label={t('what.title')}>
      {things.map((thing) => <ListRow key={thing.key} title={thing.name} detail={t(`what.${thing.what}`)} onClick={() => { onPick(thing); }} />)}
    </List>
  );
}

function PickRole({ onPick }: { readonly onPick: (role: ShareRole) => void }) {
  const { t } = useTranslation('sharing');
  const { tabletDatabase } = usePerson();
  const readers = useDiary((database) => loadReaders(database, tabletDatabase), []);
  return (
    <List label={t('who.title')}>
      {(readers ?? []).map(({ role, canRead, changed }) => (
        <ListRow
          key={role}
          title={t(`role.${role}`)}
          detail={canRead ? (changed ? t('who.changed') : undefined) : t('who.noKey')}
          onClick={canRead ? () => { onPick(role); } : undefined}
        />
      ))}
    </List>
  );
}

type LookAtPageProps = { readonly thing: Shareable; readonly role: ShareRole; readonly days: number; readonly onLeave: () => void; readonly onAgain: () => void };

function LookAtPage({ thing, role, days, onLeave, onAgain }: LookAtPageProps) {
  const { t } = useTranslation('sharing');
  const person = usePerson();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<ShareFault['code'] | 'failed'>();
  async function send() {
    setBusy(true);
    const shared = await sharePage(person, thing.page, role, days, Date.now()).catch(() => undefined);
    setBusy(false);
    if (shared?.ok === true) onLeave();
    else setFault(shared?.error.code ?? 'failed');
  }
  return (
    <>
      {fault !== undefined && <Notice tone="attention" live="assertive">{t(`fault.${FAULTS[fault]}`)}</Notice>}
      <p>{`${t(`role.${role}`)} · ${t('long.days', { count: days })}`}</p>
      <Card tone="outline"><SharedPageView page={thing.page} /></Card>
      <Row>
        <Button kind="primary" size="large" icon={Share2} busy={busy} busyWord={t('look.sending')} onClick={() => { void send(); }}>{t('look.send')}</Button>
        <Button size="large" onClick={onAgain}>{t('look.back')}</Button>
      </Row>
    </>
  );
}
