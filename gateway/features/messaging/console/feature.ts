import { Mail } from 'lucide-react';
import { lazy } from 'react';
import type { ConsoleFeature } from '../../../console/console-feature.ts';

/** The moderation desk: what is held, one message at a time. */
export const moderationDesk: ConsoleFeature = {
  key: 'messages',
  icon: Mail,
  actions: ['messages.queue'],
  count: 'messages.held',
  screen: lazy(async () => ({ default: (await import('./moderation-screen.tsx')).ModerationScreen })),
};
