import { useTranslation } from 'react-i18next';
import { Button } from '../../../renderer/ui/button.tsx';
import { Card } from '../../../renderer/ui/card.tsx';
import { DataTable } from '../../../renderer/ui/data-table.tsx';
import { Facts } from '../../../renderer/ui/facts.tsx';
import { Notice } from '../../../renderer/ui/notice.tsx';
import { Row } from '../../../renderer/ui/row.tsx';
import { Stack } from '../../../renderer/ui/stack.tsx';
import { StatusChip } from '../../../renderer/ui/status-chip.tsx';
import { useTimeWords } from '../../console/time-words.ts';
import type { RolesLook } from '../staff-api.ts';

type KeyChange = { readonly key: string; readonly keyId: string; readonly role: string; readonly publicKey: string; readonly what: 'added' | 'removed' };
type RolesDifferenceProps = { readonly look: RolesLook; readonly busy: boolean; readonly onTake: () => void; readonly onCancel: () => void };

/** What a roles document would change, who signed it, and taking it over; or why it cannot be taken. */
export function RolesDifference({ look, busy, onTake, onCancel }: RolesDifferenceProps) {
  const { t, i18n } = useTranslation('packs');
  const time = useTimeWords();
  const { roles, against, signers, before, rolesBefore, refusal } = look;
  const changes = (['added', 'removed'] as const).flatMap((what): KeyChange[] => look[what].map((key) => ({ ...key, key: `${what} ${key.role} ${key.publicKey}`, what })));
  const columns = [
    { key: 'name', header: t('keyName'), rowHeader: true, cell: (one: KeyChange) => <bdi>{one.keyId}</bdi> },
    { key: 'what', header: t('drafts:changeWord'), cell: (one: KeyChange) => <StatusChip tone={one.what === 'added' ? 'good' : 'stopped'}>{t(`roles.${one.what}`)}</StatusChip> },
    { key: 'role', header: t('keyRole'), cell: (one: KeyChange) => t(`roles.role.${one.role}`, { defaultValue: one.role }) },
    { key: 'public', header: t('keyPrint'), cell: (one: KeyChange) => <span className="console-detail" dir="ltr">{one.publicKey}</span> },
  ];
  const took = (count: number, wanted: readonly ('education' | 'security' | 'publisher')[]) => t('roles.takes', { count, roles: wanted.map((role) => t(`signer.${role}`)).join(', ') || '–' });
  const packs = took(roles.thresholds.packs, roles.packRoles);
  const packsBefore = before === null ? null : took(before.packs, rolesBefore ?? []);
  const key = `roles.refusal.${refusal ?? ''}`;
  return (
    <Card title={t('roles.look', { version: roles.version, time: time.short(roles.issuedAt) })} tone="outline">
      <Stack gap="md">
        {refusal === null ? null : <Notice tone="danger" title={t('roles.refused')} live="assertive"><p>{i18n.exists(`packs:${key}`) ? t(key as 'roles.refused') : t('refusalCode', { code: refusal })}</p></Notice>}
        <p>{against === null ? t('roles.first') : t('roles.against', { version: against })}</p>
        <Facts columns={2} items={[
          { key: 'signers', term: t('roles.signers'), value: signers.length === 0 ? t('roles.nobody') : <bdi>{signers.join(', ')}</bdi> },
          { key: 'root', term: t('roles.rootCount'), value: beforeAfter(before?.root ?? null, roles.thresholds.root) },
          { key: 'packs', term: t('roles.packs'), value: packsBefore === null || packsBefore === packs ? packs : t('drafts:beforeAfter', { before: packsBefore, after: packs }) },
          { key: 'gateway', term: t('roles.gatewayCount'), value: beforeAfter(before?.gateway ?? null, roles.thresholds.gateway) },
        ]} />
        <DataTable dense caption={t('roles.changes')} columns={columns} rows={changes} rowKey={(one) => one.key} empty={<p>{t('roles.noChange')}</p>} />
        {refusal === null ? <Notice tone="attention">{t('roles.takeLead')}</Notice> : null}
        <Row gap="sm">
          {refusal === null ? <Button kind="primary" busy={busy} onClick={onTake}>{t('roles.take')}</Button> : null}
          <Button kind="quiet" onClick={onCancel}>{t('console:cancel')}</Button>
        </Row>
      </Stack>
    </Card>
  );
}

function beforeAfter(before: number | null, after: number): string {
  return before === null || before === after ? String(after) : `${String(before)} → ${String(after)}`;
}
