import { FileKey } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Roles, signedTextSchema, type SignedText } from '#protocol/packs/roles.ts';
import { Button } from '../../../renderer/ui/button.tsx';
import { Facts } from '../../../renderer/ui/facts.tsx';
import { Notice } from '../../../renderer/ui/notice.tsx';
import { Section } from '../../../renderer/ui/section.tsx';
import { FailureNotice } from '../../console/failure-notice.tsx';
import { useTimeWords } from '../../console/time-words.ts';
import { useAct } from '../../console/use-act.ts';
import { useCall } from '../../console/use-call.ts';
import type { Session } from '../../staff/staff-api.ts';
import { type RolesLook, rolesLookSchema, standingRolesSchema } from '../staff-api.ts';
import { parseJson } from './parse-json.ts';
import { RolesDifference } from './roles-difference.tsx';

type RolesSectionProps = { readonly session: Session; readonly onTaken: () => void };

/** The signed document that says whose keys count (ROLE-1): what stands, and bringing the next one. */
export function RolesSection({ session, onTaken }: RolesSectionProps) {
  const { t } = useTranslation('packs');
  const standing = useCall('/pack-roles', standingRolesSchema);
  const input = useRef<HTMLInputElement>(null);
  const { act, busy, failure } = useAct();
  const [looked, setLooked] = useState<{ readonly signed: SignedText; readonly look: RolesLook }>();
  const [unreadable, setUnreadable] = useState(false);
  async function read(file: File | undefined) {
    if (file === undefined) return;
    const signed = signedTextSchema.safeParse(await file.text().then(parseJson)).data;
    setUnreadable(signed === undefined);
    const look = signed === undefined ? undefined : await act({ method: 'POST', path: '/pack-roles/look', reply: rolesLookSchema, body: signed });
    setLooked(signed === undefined || look === undefined ? undefined : { signed, look });
  }
  async function take(signed: SignedText) {
    const taken = await act({ method: 'POST', path: '/pack-roles', reply: standingRolesSchema, body: signed });
    if (taken === undefined) return;
    setLooked(undefined);
    standing.again();
    onTaken();
  }
  const roles = standing.state === 'ready' ? standing.value.roles : null;
  return (
    <Section title={t('roles.title')} hint={t('roles.hint')}>
      {failure === undefined ? null : <FailureNotice failure={failure} />}
      {unreadable ? <Notice tone="danger" live="assertive">{t('roles.unreadable')}</Notice> : null}
      {standing.state === 'ready' && roles === null ? <p>{t('roles.none')}</p> : null}
      {roles === null ? null : <StandingRoles roles={roles} />}
      {looked === undefined ? null : <RolesDifference look={looked.look} busy={busy} onTake={() => void take(looked.signed)} onCancel={() => { setLooked(undefined); }} />}
      {session.actions.includes('packs.trust') && looked === undefined ? (
        <div>
          <Button icon={FileKey} busy={busy} onClick={() => { input.current?.click(); }}>{t('roles.bring')}</Button>
          <input ref={input} type="file" accept=".json" hidden onChange={(event) => { void read(event.currentTarget.files?.[0]); event.currentTarget.value = ''; }} />
        </div>
      ) : null}
    </Section>
  );
}

function StandingRoles({ roles }: { readonly roles: Roles }) {
  const { t } = useTranslation('packs');
  const time = useTimeWords();
  const { thresholds, packRoles } = roles;
  const keysOf = (role: string) => roles.keys.filter((key) => key.role === role).map((key) => key.keyId).join(', ') || '–';
  return (
    <Facts columns={2} items={[
      { key: 'version', term: t('roles.version'), value: `${String(roles.version)}, ${time.short(roles.issuedAt)}` },
      { key: 'packs', term: t('roles.packs'), value: t('roles.takes', { count: thresholds.packs, roles: packRoles.map((role) => t(`signer.${role}`)).join(', ') || '–' }) },
      { key: 'root', term: t('roles.root', { count: thresholds.root }), value: <bdi>{keysOf('root')}</bdi> },
      { key: 'gateway', term: t('roles.gateway'), value: <bdi>{keysOf('gateway')}</bdi> },
    ]} />
  );
}
