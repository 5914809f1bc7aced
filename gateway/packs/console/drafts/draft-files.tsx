import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod/mini';
import { Button } from '../../../../renderer/ui/button.tsx';
import { DataTable } from '../../../../renderer/ui/data-table.tsx';
import { Notice } from '../../../../renderer/ui/notice.tsx';
import { Row } from '../../../../renderer/ui/row.tsx';
import { Section } from '../../../../renderer/ui/section.tsx';
import { Stack } from '../../../../renderer/ui/stack.tsx';
import { TextArea } from '../../../../renderer/ui/text-area.tsx';
import { TextField } from '../../../../renderer/ui/text-field.tsx';
import type { CallFailure } from '../../../console/call-api.ts';
import { FailureNotice } from '../../../console/failure-notice.tsx';
import { sendFile } from '../../../console/send-file.ts';
import { useCall } from '../../../console/use-call.ts';
import { doneSchema } from '../../../http/staff-api.ts';
import { sourceFilesSchema } from '../../drafts/staff-api.ts';
import { useSizeWords } from '../use-size-words.ts';

type SourceFile = z.infer<typeof sourceFilesSchema>['files'][number];
type Open = { readonly path: string; readonly text: string };

/** Files whose words can be put right in the page. */
const TEXTS = /\.(md|ya?ml|vtt|txt)$/;
const MAX_TEXT_BYTES = 256 * 1024;

/** The files of the course, each to be replaced; words can be put right at once, and captions added. */
export function DraftFiles({ draftId, onChanged }: { readonly draftId: string; readonly onChanged: () => void }) {
  const { t } = useTranslation('drafts');
  const size = useSizeWords();
  const files = useCall(`/packs/drafts/${draftId}/sources`, sourceFilesSchema);
  const input = useRef<HTMLInputElement>(null);
  const [target, setTarget] = useState('');
  const [fresh, setFresh] = useState('');
  const [open, setOpen] = useState<Open>();
  const [failure, setFailure] = useState<CallFailure>();
  const [saved, setSaved] = useState<string>();
  async function put(path: string, file: Blob) {
    const answer = await sendFile({ method: 'PUT', path: `/packs/drafts/${draftId}/source?path=${encodeURIComponent(path)}`, file, reply: doneSchema, signal: new AbortController().signal, onProgress: () => undefined });
    setFailure(answer.ok ? undefined : answer.error);
    setSaved(answer.ok ? path : undefined);
    if (answer.ok) setOpen(undefined);
    files.again();
    onChanged();
  }
  async function read(path: string) {
    const response = await fetch(`/api/staff/packs/drafts/${draftId}/source?path=${encodeURIComponent(path)}`);
    if (response.ok) setOpen({ path, text: await response.text() });
    else setFailure({ code: 'draft-file' });
  }
  const choose = (path: string) => { setTarget(path); input.current?.click(); };
  const columns = [
    { key: 'path', header: t('file'), rowHeader: true, cell: (file: SourceFile) => <bdi dir="ltr">{file.path}</bdi> },
    { key: 'size', header: t('size'), align: 'end' as const, cell: (file: SourceFile) => size(file.bytes) },
    { key: 'acts', header: t('change'), cell: (file: SourceFile) => (
      <Row gap="xs" wrap={false}>
        {TEXTS.test(file.path) && file.bytes < MAX_TEXT_BYTES && file.path !== 'pack.yaml' ? <Button size="small" kind="quiet" aria-label={t('editFile', { file: file.path })} onClick={() => void read(file.path)}>{t('edit')}</Button> : null}
        {file.path === 'pack.yaml' ? null : <Button size="small" kind="quiet" aria-label={t('replaceFile', { file: file.path })} onClick={() => { choose(file.path); }}>{t('replace')}</Button>}
      </Row>
    ) },
  ];
  return (
    <Section title={t('sources')} hint={t('sourcesHint')}>
      <Stack gap="md">
        {failure === undefined ? null : <FailureNotice failure={failure} />}
        {saved === undefined ? null : <Notice tone="good" live="polite">{t('savedFile', { file: saved })}</Notice>}
        {open === undefined ? null : <TextEditor open={open} onSave={(text) => void put(open.path, new Blob([text]))} onCancel={() => { setOpen(undefined); }} />}
        <input ref={input} type="file" hidden onChange={(event) => { const [file] = event.currentTarget.files ?? []; if (file !== undefined) void put(target, file); event.currentTarget.value = ''; }} />
        <div><details className="console-more">
          <summary>{t('showFiles')}</summary>
          <Stack gap="sm">
            <Row align="end" gap="sm">
              <TextField label={t('addPath')} hint={t('addPathHint')} dir="ltr" maxLength={240} value={fresh} onChange={setFresh} />
              <Button disabled={fresh.trim() === ''} onClick={() => { choose(fresh.trim()); }}>{t('addFile')}</Button>
            </Row>
            {files.state === 'ready' ? <DataTable dense caption={`${t('sources')}: ${t('files')}`} captionHidden columns={columns} rows={files.value.files} rowKey={(file) => file.path} /> : null}
          </Stack>
        </details></div>
      </Stack>
    </Section>
  );
}

function TextEditor({ open, onSave, onCancel }: { readonly open: Open; readonly onSave: (text: string) => void; readonly onCancel: () => void }) {
  const { t } = useTranslation('drafts');
  const [text, setText] = useState(open.text);
  return (
    <Stack gap="sm">
      <TextArea label={open.path} rows={16} autoFocus value={text} onChange={setText} />
      <Row><Button kind="primary" onClick={() => { onSave(text); }}>{t('saveFile')}</Button><Button kind="quiet" onClick={onCancel}>{t('console:cancel')}</Button></Row>
    </Stack>
  );
}
