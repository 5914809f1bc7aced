import { useTranslation } from 'react-i18next';
import { Row } from '../../../../renderer/ui/row.tsx';
import { Section } from '../../../../renderer/ui/section.tsx';
import { StatusChip } from '../../../../renderer/ui/status-chip.tsx';
import type { MessageView } from '../staff-api.ts';
import { MarkedBody } from './marked-body.tsx';

/** The words under their own heading, with a chip for each kind of flag. */
export function MessageWords({ message }: { readonly message: MessageView }) {
  const { t } = useTranslation('moderation');
  return (
    <Section title={t('words')} hint={message.flags.length === 0 ? t('noFlags') : t('flagsHint')}
      actions={<Row gap="xs">{message.flags.map((flag) => <StatusChip key={flag} tone="attention">{t(`flag.${flag}`)}</StatusChip>)}</Row>}>
      <MarkedBody body={message.body} marks={message.marks} />
    </Section>
  );
}
