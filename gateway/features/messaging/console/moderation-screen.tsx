import { useTranslation } from 'react-i18next';
import type { ConsoleScreenProps } from '../../../console/console-feature.ts';
import { DeskViews } from '../../../console/desk-views.tsx';
import { placeAddress } from '../../../console/place.ts';
import { AllMessages } from './all-messages.tsx';
import { AppealsScreen } from './appeals/appeals-screen.tsx';
import { MessageRecord } from './message-record.tsx';
import { MessageRules } from './message-rules.tsx';
import { QueueScreen } from './queue-screen.tsx';

/** The parts of the desk, and who sees which. */
const VIEWS = [
  { key: 'queue', action: 'messages.queue' },
  { key: 'appeals', action: 'appeals.read' },
  { key: 'all', action: 'messages.view' },
  { key: 'rules', action: 'messages.policy' },
] as const;

/** The moderation desk: what waits, all messages, the rules in force; each role sees its parts. */
export function ModerationScreen({ session, rest }: ConsoleScreenProps) {
  const { t } = useTranslation('moderation');
  const [place, messageId] = rest;
  const mine = VIEWS.filter(({ action }) => session.actions.includes(action));
  const current = mine.find(({ key }) => key === place)?.key ?? mine[0]?.key;
  const views = <DeskViews label={t('views')} current={current ?? ''} views={mine.map(({ key }) => ({ key, word: t(`view.${key}`), href: placeAddress('messages', key) }))} />;
  if (current === 'all' && messageId !== undefined) return <MessageRecord key={messageId} messageId={messageId} session={session} />;
  if (current === 'all') return <AllMessages views={views} />;
  if (current === 'appeals') return <AppealsScreen views={views} messageId={messageId} session={session} />;
  if (current === 'rules') return <MessageRules views={views} session={session} />;
  return <QueueScreen views={views} session={session} />;
}
