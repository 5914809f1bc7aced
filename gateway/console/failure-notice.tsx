import { useTranslation } from 'react-i18next';
import { Notice } from '../../renderer/ui/notice.tsx';
import type { CallFailure } from './call-api.ts';

/** Says in a sentence what went wrong with a call and what to do next, by its code. */
export function FailureNotice({ failure }: { readonly failure: CallFailure }) {
  const { t, i18n } = useTranslation('console');
  const key = `failure.${failure.code}`;
  const known = i18n.exists(`console:${key}`);
  // A code this console does not know yet is still told, with the code, so that staff can quote it.
  const sentence = known ? (t as (key: string, values: object) => string)(key, { seconds: Math.ceil((failure.retryAfter ?? 0) / 1000), detail: failure.detail ?? '' }) : t('failure.unknown', { code: failure.detail ?? failure.code });
  return <Notice tone="danger" live="assertive">{sentence}</Notice>;
}
