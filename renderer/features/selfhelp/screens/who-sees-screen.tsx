import { KeyRound, Lock, ShieldCheck, TabletSmartphone, UserX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Listen } from '../../../speech/listen.tsx';
import { List } from '../../../ui/list.tsx';
import { ListRow } from '../../../ui/list-row.tsx';
import { Page } from '../../../ui/page.tsx';
import type { SelfhelpScreenProps } from '../selfhelp-route.ts';

/** What is read aloud, in the order of the screen. */
const HEARD = ['who.title', 'who.lead', 'who.you', 'who.youMore', 'who.nobody', 'who.nobodyMore', 'who.copy', 'who.copyMore', 'who.pin', 'who.pinMore', 'who.send', 'who.sendMore'] as const;

/** Who can see what is written in self-help, and what happens to it (ADR 0008; security.md section 6). */
export function WhoSeesScreen({ back }: SelfhelpScreenProps) {
  const { t } = useTranslation('programme');
  return (
    <Page title={t('who.title')} lead={t('who.lead')} back={{ word: t('title'), onClick: back }} actions={<Listen says={HEARD.map((key) => t(key))} />} focusTitle>
      <List label={t('who.title')}>
        <ListRow icon={Lock} title={t('who.you')} detail={t('who.youMore')} />
        <ListRow icon={UserX} title={t('who.nobody')} detail={t('who.nobodyMore')} />
        <ListRow icon={ShieldCheck} title={t('who.copy')} detail={t('who.copyMore')} />
        <ListRow icon={KeyRound} title={t('who.pin')} detail={t('who.pinMore')} />
        <ListRow icon={TabletSmartphone} title={t('who.send')} detail={t('who.sendMore')} />
      </List>
    </Page>
  );
}
