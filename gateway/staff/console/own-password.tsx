import { useState, type ReactNode, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../renderer/ui/button.tsx';
import { Facts } from '../../../renderer/ui/facts.tsx';
import { Notice } from '../../../renderer/ui/notice.tsx';
import { Page } from '../../../renderer/ui/page.tsx';
import { Section } from '../../../renderer/ui/section.tsx';
import { Stack } from '../../../renderer/ui/stack.tsx';
import { FailureNotice } from '../../console/failure-notice.tsx';
import { useAct } from '../../console/use-act.ts';
import { doneSchema } from '../../http/staff-api.ts';
import { newPasswordSchema, type Session } from '../staff-api.ts';
import { PasswordField } from './password-field.tsx';
import type { PasswordFollowed, PasswordFollower } from './password-follower.ts';

type OwnPasswordProps = { readonly views: ReactNode; readonly session: Session; readonly followers: readonly PasswordFollower[] };

/** Who one is here, and one's own password; `followers` are told of a change while both passwords are known. */
export function OwnPassword({ views, session, followers }: OwnPasswordProps) {
  const { t } = useTranslation('staff');
  const { act, failure } = useAct();
  const [busy, setBusy] = useState(false);
  const [told, setTold] = useState<readonly Told[]>([]);
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [checked, setChecked] = useState(false);
  const [saved, setSaved] = useState(false);
  const wrong = !newPasswordSchema.safeParse(next).success;
  async function change(event: SubmitEvent) {
    event.preventDefault();
    setChecked(true);
    setSaved(false);
    setTold([]);
    if (wrong) return;
    setBusy(true);
    const done = await act({ method: 'POST', path: '/session/password', reply: doneSchema, body: { current, next } });
    // Only now: a password that was not taken must open nothing.
    if (done !== undefined) setTold(await tell(followers, session, { current, next }));
    setBusy(false);
    if (done === undefined) return;
    setSaved(true);
    setChecked(false);
    setCurrent('');
    setNext('');
  }
  return (
    <Page title={t('me')} width="wide" focusTitle status={views}>
      <Facts columns={2} items={[
        { key: 'name', term: t('name'), value: session.staff.name },
        { key: 'username', term: t('username'), value: <bdi>{session.staff.username}</bdi> },
        { key: 'role', term: t('role'), value: t(`console:roles.${session.staff.role}`) },
        { key: 'may', term: t('youMay'), value: t(`may.${session.staff.role}`) },
      ]} />
      <Section title={t('ownPassword')} hint={t('ownPasswordLead')}>
        <form noValidate onSubmit={(event) => { void change(event); }}>
          <Stack gap="md">
            {failure === undefined ? null : <FailureNotice failure={failure} />}
            {saved ? <Notice tone="good" live="polite">{t('ownPasswordSaved')}</Notice> : null}
            {told.map(({ namespace, outcome }) => <Notice key={namespace} tone={outcome === 'left' ? 'attention' : 'good'} live="polite">{t(`${namespace}:password.${outcome}`)}</Notice>)}
            <PasswordField label={t('current')} value={current} onChange={setCurrent} wrong={false} autoComplete="current-password" />
            <PasswordField label={t('newPassword')} hint={t('passwordHint')} value={next} onChange={setNext} wrong={checked && wrong} autoComplete="new-password" />
            <div><Button type="submit" kind="primary" busy={busy}>{t('setPassword')}</Button></div>
          </Stack>
        </form>
      </Section>
    </Page>
  );
}

type Told = { readonly namespace: string; readonly outcome: Exclude<PasswordFollowed, 'none'> };

/** What became of everything that opened with the password before, where there was something. */
async function tell(followers: readonly PasswordFollower[], session: Session, changed: { readonly current: string; readonly next: string }): Promise<readonly Told[]> {
  const mine = followers.filter(({ action }) => session.actions.includes(action));
  const told = await Promise.all(mine.map(async ({ namespace, follow }) => ({ namespace, outcome: await follow(changed) })));
  return told.flatMap(({ namespace, outcome }) => (outcome === 'none' ? [] : [{ namespace, outcome }]));
}
