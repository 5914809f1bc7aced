import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../../ui/empty-state.tsx';
import { Page } from '../../../../ui/page.tsx';
import type { SelfhelpScreenProps } from '../../selfhelp-route.ts';
import { findTechnique } from '../techniques.ts';
import { FoundOutScreen } from './found-out-screen.tsx';
import { PracticeScreen } from './practice-screen.tsx';
import { ShelfScreen } from './shelf-screen.tsx';
import { TechniqueScreen } from './technique-screen.tsx';
import '../toolbox.css';

/** All screens of the toolbox; the route says which. */
export function ToolboxScreen(props: SelfhelpScreenProps) {
  const { t } = useTranslation('toolbox');
  const { route, back } = props;
  if (route.screen !== 'toolbox' || route.technique === undefined) return <ShelfScreen {...props} />;
  const technique = findTechnique(route.technique);
  if (technique === undefined) {
    return (
      <Page title={t('title')} back={{ word: t('title'), onClick: back }} focusTitle>
        <EmptyState picture="search" title={t('technique.gone')} />
      </Page>
    );
  }
  if (route.practice !== undefined) return <FoundOutScreen {...props} technique={technique} practiceId={route.practice} />;
  return route.doing === true ? <PracticeScreen key={technique.id} {...props} technique={technique} /> : <TechniqueScreen {...props} technique={technique} />;
}
