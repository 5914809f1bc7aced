import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../renderer/ui/button.tsx';
import { Card } from '../../../renderer/ui/card.tsx';
import { EmptyState } from '../../../renderer/ui/empty-state.tsx';
import { Facts } from '../../../renderer/ui/facts.tsx';
import { Notice } from '../../../renderer/ui/notice.tsx';
import { Page } from '../../../renderer/ui/page.tsx';
import { Row } from '../../../renderer/ui/row.tsx';
import { Spinner } from '../../../renderer/ui/spinner.tsx';
import { Stack } from '../../../renderer/ui/stack.tsx';
import { AskFirst } from '../../console/ask-first.tsx';
import { AskReason } from '../../console/ask-reason.tsx';
import { FailureNotice } from '../../console/failure-notice.tsx';
import { useTimeWords } from '../../console/time-words.ts';
import { useAct } from '../../console/use-act.ts';
import { useCall } from '../../console/use-call.ts';
import { doneSchema } from '../../http/staff-api.ts';
import type { Session } from '../../staff/staff-api.ts';
import { type Revocation, revocationsSchema } from '../staff-api.ts';

/** What was taken back and stands so, and the way for two people to let it in again. */
export function RevokedView({ views, session }: { readonly views: ReactNode; readonly session: Session }) {
  const { t } = useTranslation('packs');
  const revocations = useCall('/revocations', revocationsSchema, 30);
  return (
    <Page title={t('revoked.title')} lead={t('revoked.lead')} width="wide" focusTitle status={views}>
      {revocations.state === 'loading' ? <Spinner word={t('console:loading')} block /> : null}
      {revocations.state === 'failed' ? <FailureNotice failure={revocations.failure} /> : null}
      {revocations.state === 'ready' && revocations.value.revocations.length === 0 ? <EmptyState picture="done" title={t('revoked.none')}>{t('revoked.noneLead')}</EmptyState> : null}
      {revocations.state === 'ready' ? revocations.value.revocations.map((one) => <RevokedCard key={one.revocationId} one={one} session={session} onChanged={revocations.again} />) : null}
    </Page>
  );
}

type RevokedCardProps = { readonly one: Revocation; readonly session: Session; readonly onChanged: () => void };

function RevokedCard({ one, session, onChanged }: RevokedCardProps) {
  const { t } = useTranslation('packs');
  const time = useTimeWords();
  const { act, busy, failure } = useAct();
  const [asking, setAsking] = useState<'ask' | 'agree'>();
  const may = (action: string) => session.actions.includes(action);
  const { lift, revocationId } = one;
  async function send(method: 'POST' | 'DELETE', path: string, body?: object) {
    setAsking(undefined);
    await act({ method, path: `/revocations/${revocationId}/lift${path}`, reply: doneSchema, ...(body === undefined ? {} : { body }) });
    onChanged();
  }
  const close = () => { setAsking(undefined); };
  const name = useRevokedName(one);
  return (
    <Card title={name}>
      <Stack gap="sm">
        {failure === undefined ? null : <FailureNotice failure={failure} />}
        <Facts columns={2} items={[
          { key: 'why', term: t('revoked.why'), value: <bdi>{one.reason}</bdi> },
          { key: 'who', term: t('revoked.who'), value: `${one.revokedBy}, ${time.short(one.revokedAt)}` },
        ]} />
        {lift === null ? null : (
          <Notice tone="attention" title={t('revoked.asked', { name: lift.askedBy, time: time.short(lift.askedAt) })}>
            <p><bdi>{lift.reason}</bdi></p>
            {lift.mine ? <p>{t('revoked.another')}</p> : null}
          </Notice>
        )}
        <Row gap="sm">
          {lift === null && may('packs.ask-unrevoke') ? <Button busy={busy} onClick={() => { setAsking('ask'); }}>{t('revoked.ask')}</Button> : null}
          {lift !== null && !lift.mine && may('packs.unrevoke') ? <Button kind="primary" busy={busy} onClick={() => { setAsking('agree'); }}>{t('revoked.agree')}</Button> : null}
          {lift !== null && may('packs.ask-unrevoke') ? <Button kind="quiet" busy={busy} onClick={() => void send('DELETE', '')}>{t(lift.mine ? 'revoked.takeBack' : 'revoked.refuse')}</Button> : null}
        </Row>
      </Stack>
      {asking === 'ask' ? <AskReason title={t('revoked.askSure', { name })} lead={t('revoked.askLead')} label={t('revoked.askWhy')} confirmWord={t('revoked.ask')} onConfirm={(reason) => void send('POST', '', { reason })} onCancel={close} /> : null}
      <AskFirst open={asking === 'agree'} title={t('revoked.agreeSure', { name })} confirmWord={t('revoked.agree')} onConfirm={() => void send('POST', '/agree')} onCancel={close}>{t('revoked.agreeLead')}</AskFirst>
    </Card>
  );
}

function useRevokedName(one: Revocation): string {
  const { t } = useTranslation('packs');
  if (one.kind === 'key') return t('revoked.key', { key: one.keyId });
  return one.version === undefined ? t('revoked.pack', { pack: one.packId }) : t('revoked.edition', { pack: one.packId, version: one.version });
}
