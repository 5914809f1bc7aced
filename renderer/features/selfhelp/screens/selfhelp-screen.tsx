import type { SelfhelpScreenProps } from '../selfhelp-route.ts';
import { CheckInScreen } from './check-in-screen.tsx';
import { DiaryScreen } from './diary-screen.tsx';
import { HistoryScreen } from './history-screen.tsx';
import './diary.css';

/** All screens of the diary; the route says which. */
export function SelfhelpScreen(props: SelfhelpScreenProps) {
  switch (props.route.screen) {
    case 'diary':
      return <DiaryScreen {...props} />;
    case 'check-in':
      return <CheckInScreen {...props} />;
    case 'history':
      return <HistoryScreen {...props} />;
  }
}
