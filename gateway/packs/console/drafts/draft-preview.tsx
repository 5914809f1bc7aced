import { FileText } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { activityIdSchema } from '#protocol/packs/inline-text.ts';
import type { PlayerStart } from '#protocol/shell/player.ts';
import { directionOf } from '../../../../renderer/ui/apply-appearance.ts';
import { List } from '../../../../renderer/ui/list.tsx';
import { ListRow } from '../../../../renderer/ui/list-row.tsx';
import { Notice } from '../../../../renderer/ui/notice.tsx';
import { Page } from '../../../../renderer/ui/page.tsx';
import { Select } from '../../../../renderer/ui/select.tsx';
import { Spinner } from '../../../../renderer/ui/spinner.tsx';
import { Stack } from '../../../../renderer/ui/stack.tsx';
import { FailureNotice } from '../../../console/failure-notice.tsx';
import { placeAddress } from '../../../console/place.ts';
import { useCall } from '../../../console/use-call.ts';
import { type DraftPreview as Preview, draftPreviewSchema } from '../../drafts/staff-api.ts';
import { openPreviewFrame } from './preview-frame.ts';

/** The course as a learner will have it: the parts at the side, the very player beside them. Nothing done here is kept. */
export function DraftPreview({ draftId }: { readonly draftId: string }) {
  const { t } = useTranslation('drafts');
  const preview = useCall(`/packs/drafts/${draftId}/preview`, draftPreviewSchema);
  const back = { word: t('backToDraft'), href: placeAddress('packs', 'drafts', draftId) };
  return (
    <Page title={t('previewTitle')} lead={t('previewLead')} width="full" focusTitle back={back}>
      {preview.state === 'loading' ? <Spinner word={t('console:loading')} block /> : null}
      {preview.state === 'failed' ? <FailureNotice failure={preview.failure} /> : null}
      {preview.state === 'ready' ? <PreviewParts draftId={draftId} preview={preview.value} /> : null}
    </Page>
  );
}

function PreviewParts({ draftId, preview }: { readonly draftId: string; readonly preview: Preview }) {
  const { t } = useTranslation('drafts');
  const [language, setLanguage] = useState(preview.languages[0] ?? 'en');
  const [activityId, setActivityId] = useState(preview.items[0]?.activityId ?? '');
  const [failed, setFailed] = useState('');
  const stage = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const start = startOf(preview, activityId, language);
    if (stage.current === null || start === undefined) return;
    const types = new Map(preview.files.map(({ path, type }) => [path, type]));
    const frame = openPreviewFrame({ draftId, types, container: stage.current, title: start.title, onMessage: (message) => {
      if (message.type === 'ready') frame.send(start);
      if (message.type === 'failed') setFailed(activityId);
      if (message.type === 'open-next' && start.next !== null) setActivityId(start.next.activityId);
    } });
    return frame.close;
  }, [draftId, preview, activityId, language]);
  return (
    <div className="draft-preview">
      <Stack gap="md">
        {preview.languages.length < 2 ? null : <Select label={t('languageWord')} value={language} onChange={setLanguage} options={preview.languages.map((value) => ({ value, label: t(`language.${value}`, { defaultValue: value }) }))} />}
        <List label={t('items')}>
          {preview.items.map((item) => <ListRow key={item.activityId} icon={FileText} title={<bdi>{item.title[language] ?? item.activityId}</bdi>} current={item.activityId === activityId} onClick={() => { setActivityId(item.activityId); }} />)}
        </List>
      </Stack>
      <Stack gap="sm">
        {failed === activityId ? <Notice tone="attention" live="polite">{t('previewFailed')}</Notice> : null}
        <div className="draft-stage" ref={stage} />
      </Stack>
    </div>
  );
}

/** What a tablet tells the player when somebody opens this part for the first time. */
function startOf({ items }: Preview, activityId: string, language: string): PlayerStart | undefined {
  const at = items.findIndex((item) => item.activityId === activityId);
  const [item, next] = items.slice(at, at + 2);
  const entry = item?.entry[language];
  if (at < 0 || item === undefined || entry === undefined) return undefined;
  const brief = (one: Preview['items'][number]) => ({ activityId: activityIdSchema.parse(one.activityId), title: one.title[language] ?? '' });
  return {
    ...{ type: 'start', ...brief(item), kind: item.kind, entry, language, direction: directionOf(language) },
    ...{ textSize: 100, theme: 'light', params: item.params, resume: null, state: null },
    next: next === undefined ? null : brief(next),
  };
}
