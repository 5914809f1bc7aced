import { BookOpen, Check, Lock, Mail, ShieldAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { List } from '../../ui/list.tsx';
import { ListRow } from '../../ui/list-row.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Stack } from '../../ui/stack.tsx';

/** Told before the first word is written: who can see what, and what a forgotten PIN costs. */
export function WhoSeesWhat({ onAgree }: { readonly onAgree: () => void }) {
  const { t } = useTranslation('session');
  return (
    <Stack>
      <List label={t('first.whoTitle')}>
        <ListRow icon={Lock} title={t('first.whoYou')} />
        <ListRow icon={Mail} title={t('first.whoMessages')} />
        <ListRow icon={BookOpen} title={t('first.whoLearn')} />
        <ListRow icon={ShieldAlert} title={t('first.whoPin')} />
      </List>
      <Notice tone="attention">{t('first.whoForgot')}</Notice>
      <Button kind="primary" size="large" icon={Check} block onClick={onAgree}>
        {t('first.whoAgree')}
      </Button>
    </Stack>
  );
}
