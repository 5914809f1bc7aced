import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../../../renderer/ui/button.tsx';
import { Notice } from '../../../../../renderer/ui/notice.tsx';
import { Page } from '../../../../../renderer/ui/page.tsx';
import { Stack } from '../../../../../renderer/ui/stack.tsx';
import { TextField } from '../../../../../renderer/ui/text-field.tsx';
import { FailureNotice } from '../../../../console/failure-notice.tsx';
import { useAct } from '../../../../console/use-act.ts';
import { doneSchema } from '../../../../http/staff-api.ts';
import type { DeskKey, SharingDesk } from '../staff-api.ts';
import { makeKey, openDeskKey, openRoleKey, sealRoleKey, wrapDeskKey, type OpenKey } from './desk-keys.ts';

type UnlockDeskProps = { readonly desk: SharingDesk; readonly onChanged: () => void; readonly onOpen: (roleKey: OpenKey) => void };

/** Opens the desk with a password; the first time it makes the keys. What the password opens never leaves the browser. */
export function UnlockDesk({ desk: told, onChanged, onOpen }: UnlockDeskProps) {
  const { t } = useTranslation('sharing');
  const [anew, setAnew] = useState(false);
  // The key that was put is the caller's also before the gateway says so: another one would undo being let in.
  const [put, setPut] = useState<{ readonly key: DeskKey; readonly over: string | undefined }>();
  const desk = put !== undefined && told.deskKey?.publicKey === put.over ? { ...told, deskKey: put.key } : told;
  const isNew = anew || desk.deskKey === null;
  const onPut = (key: DeskKey) => { setPut({ key, over: told.deskKey?.publicKey }); setAnew(false); };
  const unlock = useUnlock({ desk, isNew, onPut, onChanged, onOpen });
  return (
    <Page title={isNew ? t('unlock.newTitle') : t('unlock.title')} lead={isNew ? t('unlock.newLead') : t('unlock.lead')} width="narrow" focusTitle>
      <form noValidate onSubmit={(event) => { event.preventDefault(); void unlock.submit(); }}>
        <Stack>
          {unlock.failure === undefined ? null : <FailureNotice failure={unlock.failure} />}
          {unlock.fault === undefined ? null : <Notice tone="attention" live="assertive">{t(`unlock.fault.${unlock.fault}`)}</Notice>}
          <TextField type="password" label={t('unlock.password')} hint={t('unlock.hint')} value={unlock.password} onChange={unlock.setPassword} />
          {isNew ? <TextField type="password" label={t('unlock.again')} value={unlock.again} onChange={unlock.setAgain} /> : null}
          <Button type="submit" kind="primary" size="large" icon={KeyRound} block busy={unlock.busy} busyWord={t('console:busy')}>{isNew ? t('unlock.make') : t('unlock.open')}</Button>
          {isNew ? null : <Button kind="quiet" onClick={() => { setAnew(true); }}>{t('unlock.startAnew')}</Button>}
          {anew ? <p>{t('unlock.anewWarning')}</p> : null}
        </Stack>
      </form>
    </Page>
  );
}

type Fault = 'wrong' | 'different' | 'short';
const SHORTEST = 12;

type Unlocking = UnlockDeskProps & { readonly isNew: boolean; readonly onPut: (key: DeskKey) => void };

function useUnlock({ desk, isNew, onPut, onChanged, onOpen }: Unlocking) {
  const { act, failure, forget } = useAct();
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [fault, setFault] = useState<Fault>();
  const [busy, setBusy] = useState(false);
  /** The caller's own key: opened, or made and kept. */
  const ownKey = async (): Promise<OpenKey | Fault | undefined> => {
    if (!isNew && desk.deskKey !== null) return (await openDeskKey(desk.deskKey, password, desk.staffId)) ?? 'wrong';
    if (password.length < SHORTEST) return 'short';
    if (password !== again) return 'different';
    const made = await makeKey();
    const wrap = await wrapDeskKey(made, password, desk.staffId);
    const kept = await act({ method: 'PUT', path: '/sharing/desk-key', reply: doneSchema, body: wrap });
    if (kept === undefined) return undefined;
    onPut(wrap);
    return made;
  };
  const run = async (): Promise<Fault | undefined> => {
    const own = await ownKey();
    if (own === undefined || typeof own === 'string') return own;
    const opened = isNew ? undefined : await openRoleKey(desk, own);
    if (opened !== undefined) return onOpen(opened) as undefined;
    const roleKey = await makeKey();
    const keyNumber = (desk.roleKey?.keyNumber ?? 0) + 1;
    const grant = await sealRoleKey(roleKey, { role: desk.role, keyNumber, staffId: desk.staffId }, own.publicKey);
    // Only where nobody has the role's key: otherwise the gateway says no, and a colleague must let this one in.
    const made = await act({ method: 'POST', path: '/sharing/role-key', reply: doneSchema, body: { keyNumber, publicKey: roleKey.publicKey, grant } });
    onChanged();
    if (made !== undefined) onOpen(roleKey);
    return undefined;
  };
  const submit = async (): Promise<void> => {
    setBusy(true);
    forget();
    setFault(await run());
    setBusy(false);
  };
  const isWaiting = failure?.code === 'key-stands';
  return { password, setPassword, again, setAgain, busy, fault: isWaiting ? ('waiting' as const) : fault, failure: isWaiting ? undefined : failure, submit };
}
