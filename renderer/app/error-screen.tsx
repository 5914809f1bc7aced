import { House, RotateCcw } from 'lucide-react';
import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Page } from '../ui/page.tsx';
import { Row } from '../ui/row.tsx';
import { goHome } from './route.ts';

type ErrorBoundaryProps = {
  /** Another key means another place: a screen that broke does not keep the next one from opening. */
  readonly placeKey: string;
  readonly children: ReactNode;
};

/** Catches what a screen threw: a bug or a broken disk (ADR 0004). Nothing of it is shown or logged here. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly brokenAt: string | null }> {
  override state: { readonly brokenAt: string | null } = { brokenAt: null };

  static getDerivedStateFromError(): { readonly brokenAt: string } {
    return { brokenAt: '' };
  }

  override componentDidUpdate(before: ErrorBoundaryProps): void {
    if (this.state.brokenAt !== null && before.placeKey !== this.props.placeKey) this.setState({ brokenAt: null });
  }

  override render(): ReactNode {
    if (this.state.brokenAt === null) return this.props.children;
    return <ErrorScreen onAgain={() => { this.setState({ brokenAt: null }); }} />;
  }
}

/** In plain words: whose fault it is not, what is safe, what to do. */
export function ErrorScreen({ onAgain }: { readonly onAgain: () => void }) {
  const { t } = useTranslation('app');
  return (
    <Page title={t('error.screen')} width="narrow" focusTitle>
      <EmptyState
        picture="unplugged"
        title={t('error.title')}
        action={
          <Row justify="center">
            <Button kind="primary" icon={RotateCcw} onClick={onAgain}>{t('error.again')}</Button>
            <Button icon={House} onClick={() => { goHome(); onAgain(); }}>{t('error.home')}</Button>
          </Row>
        }
      >
        <p>{t('error.body')}</p>
      </EmptyState>
    </Page>
  );
}
