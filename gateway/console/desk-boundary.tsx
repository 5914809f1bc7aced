import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../renderer/ui/button.tsx';
import { Notice } from '../../renderer/ui/notice.tsx';
import { Page } from '../../renderer/ui/page.tsx';

/**
 * Keeps the frame when a desk cannot be shown: its code is fetched when it is first opened, and a gateway that was
 * renewed meanwhile no longer has that file. Without this the whole window would be empty.
 */
export class DeskBoundary extends Component<{ readonly children: ReactNode }, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { readonly broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    return this.state.broken ? <BrokenDesk /> : this.props.children;
  }
}

function BrokenDesk() {
  const { t } = useTranslation('console');
  return (
    <Page title={t('broken.title')} width="narrow" focusTitle>
      <Notice tone="attention" live="assertive" actions={<Button kind="primary" onClick={() => { location.reload(); }}>{t('broken.again')}</Button>}>{t('broken.lead')}</Notice>
    </Page>
  );
}
