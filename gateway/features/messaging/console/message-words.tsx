import { useTranslation } from 'react-i18next';
import { Section } from '../../../../renderer/ui/section.tsx';
import type { MessageView } from '../staff-api.ts';
import { FlagChips } from './flag-chips.tsx';
import { MarkedBody } from './marked-body.tsx';
import { FlagReasons } from './screening/flag-reasons.tsx';

/** The words under their own heading, with a chip for each kind of flag. */
export function MessageWords({ message }: { readonly message: MessageView }) {
  const { t } = useTranslation('moderation');
  return (
    <Section title={t('words')}>
      <FlagChips flags={message.flags} />
      <MarkedBody body={message.body} marks={message.marks} />
      <FlagReasons body={message.body} marks={message.marks} />
    </Section>
  );
}
