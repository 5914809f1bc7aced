import { useTranslation } from 'react-i18next';
import { UserRoundCheck } from 'lucide-react';
import { Button } from '../../../../../renderer/ui/button.tsx';
import { List } from '../../../../../renderer/ui/list.tsx';
import { ListRow } from '../../../../../renderer/ui/list-row.tsx';
import { Section } from '../../../../../renderer/ui/section.tsx';
import { FailureNotice } from '../../../../console/failure-notice.tsx';
import { useAct } from '../../../../console/use-act.ts';
import { doneSchema } from '../../../../http/staff-api.ts';
import type { SharingDesk } from '../staff-api.ts';
import { sealRoleKey, type OpenKey } from './desk-keys.ts';

type LetInProps = { readonly desk: SharingDesk; readonly roleKey: OpenKey; readonly onDone: () => void };

/** Colleagues of the same role who have a key of their own and cannot read yet: only somebody who can is able to let them in. */
export function LetIn({ desk, roleKey, onDone }: LetInProps) {
  const { t } = useTranslation('sharing');
  const { act, busy, failure } = useAct();
  if (desk.waiting.length === 0 || desk.roleKey === null) return null;
  const { keyNumber } = desk.roleKey;
  const letIn = async ({ staffId, publicKey }: SharingDesk['waiting'][number]): Promise<void> => {
    const grant = await sealRoleKey(roleKey, { role: desk.role, keyNumber, staffId }, publicKey);
    await act({ method: 'POST', path: '/sharing/grants', reply: doneSchema, body: { staffId, publicKey, grant } });
    onDone();
  };
  return (
    <Section title={t('letIn.title')} hint={t('letIn.hint')}>
      {failure === undefined ? null : <FailureNotice failure={failure} />}
      <List label={t('letIn.title')}>
        {desk.waiting.map((colleague) => (
          <ListRow key={colleague.staffId} title={colleague.name} detail={<bdi>{colleague.username}</bdi>}
            actions={<Button icon={UserRoundCheck} busy={busy} busyWord={t('console:busy')} onClick={() => { void letIn(colleague); }}>{t('letIn.button')}</Button>} />
        ))}
      </List>
    </Section>
  );
}
