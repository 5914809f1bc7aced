import type { MessagingScreenProps } from '../messaging-route.ts';
import { ComposeScreen } from './compose-screen.tsx';
import { PeopleScreen } from './people-screen.tsx';
import { Rule39Screen } from './rule-39-screen.tsx';
import { ThreadScreen } from './thread-screen.tsx';
import { WhereScreen } from './where-screen.tsx';
import './messages.css';

/** All screens of the messages; the route says which. */
export function MessagingScreen(props: MessagingScreenProps) {
  const { route } = props;
  switch (route.screen) {
    case 'people':
      return <PeopleScreen {...props} />;
    case 'thread':
      return <ThreadScreen {...props} contactId={route.contactId} />;
    case 'compose':
      return <ComposeScreen {...props} contactId={route.contactId} startWith={route.startWith} />;
    case 'where':
      return <WhereScreen {...props} messageId={route.messageId} />;
    case 'rule-39':
      return <Rule39Screen {...props} contactId={route.contactId} />;
  }
}
