import { KeyRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Stack } from '../../ui/stack.tsx';

type AlreadyHereProps = { readonly busy: boolean; readonly onForgotten: () => void };

/** Says what a new PIN costs somebody who has one here, before it is too late. The way back is the way to the old PIN. */
export function AlreadyHere({ busy, onForgotten }: AlreadyHereProps) {
  const { t } = useTranslation('session');
  return (
    <Stack>
      <Notice tone="attention">
        <p>{t('first.hereLost')}</p>
        <p>{t('first.hereRest')}</p>
      </Notice>
      <p>{t('first.hereBack')}</p>
      <Button kind="danger" size="large" icon={KeyRound} block busy={busy} busyWord={t('first.busy')} onClick={onForgotten}>
        {t('first.hereForgotten')}
      </Button>
    </Stack>
  );
}
