import { LogIn, MailOpen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../../renderer/ui/button-link.tsx';
import { Card } from '../../../renderer/ui/card.tsx';
import { Page } from '../../../renderer/ui/page.tsx';
import { Picture } from '../../../renderer/ui/picture.tsx';
import { Stack } from '../../../renderer/ui/stack.tsx';
import { addressOf } from '../place.ts';

/** The door: what this is, and the two ways in. */
export function WelcomeScreen() {
  const { t } = useTranslation('portal');
  return (
    <Page title={t('welcome.title')} lead={t('welcome.lead')}>
      <div className="portal-hero">
        <Picture name="letters" />
        <div className="portal-hero-words">
          <Stack gap="xs">
            <ButtonLink kind="primary" size="large" icon={MailOpen} href={addressOf({ name: 'join' })}>
              {t('welcome.join')}
            </ButtonLink>
            <p>{t('welcome.joinHint')}</p>
          </Stack>
          <Stack gap="xs">
            <ButtonLink size="large" icon={LogIn} href={addressOf({ name: 'sign-in' })}>
              {t('welcome.signIn')}
            </ButtonLink>
            <p>{t('welcome.signInHint')}</p>
          </Stack>
        </div>
      </div>
      <Card title={t('welcome.how')} tone="warm">
        <ol className="portal-steps">
          <li>{t('welcome.how1')}</li>
          <li>{t('welcome.how2')}</li>
          <li>{t('welcome.how3')}</li>
        </ol>
      </Card>
    </Page>
  );
}
