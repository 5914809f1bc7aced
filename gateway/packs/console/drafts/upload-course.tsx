import { FileUp, FolderUp } from 'lucide-react';
import { useRef, useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../../renderer/ui/button.tsx';
import { ProgressBar } from '../../../../renderer/ui/progress-bar.tsx';
import { Row } from '../../../../renderer/ui/row.tsx';
import { Stack } from '../../../../renderer/ui/stack.tsx';
import type { CallFailure } from '../../../console/call-api.ts';
import { FailureNotice } from '../../../console/failure-notice.tsx';
import { goTo } from '../../../console/place.ts';
import { useSizeWords } from '../use-size-words.ts';
import { type DroppedFile, readChosen, readDropped } from './dropped-files.ts';
import { sendUpload, type UploadProgress } from './send-upload.ts';

/** `left` is in seconds; undefined while it would be a guess. */
type Sending = UploadProgress & { readonly stop: () => void; readonly left: number | undefined };

/** Shorter than this says nothing about how long the rest will take, in milliseconds. */
const HONEST_AFTER = 3000;

/** Where a teacher drops a file or a folder of any kind that can become a course. */
export function UploadCourse({ onChanged }: { readonly onChanged: () => void }) {
  const { t } = useTranslation('drafts');
  const [over, setOver] = useState(false);
  const [sending, setSending] = useState<Sending>();
  const [failure, setFailure] = useState<CallFailure>();
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  async function send(dropped: readonly DroppedFile[]) {
    if (sending !== undefined) return;
    if (dropped.length === 0) { setFailure({ code: 'upload-empty' }); return; }
    const stopper = new AbortController();
    const total = dropped.reduce((sum, { file }) => sum + file.size, 0);
    const stop = () => { stopper.abort(); };
    const timeLeft = measureTimeLeft();
    setFailure(undefined);
    setSending({ stop, sent: 0, total, waiting: false, left: undefined });
    const answer = await sendUpload({ files: dropped, signal: stopper.signal, onProgress: (progress) => { setSending({ stop, ...progress, left: timeLeft(progress) }); } });
    setSending(undefined);
    if (answer.ok) goTo('packs', 'drafts', answer.value);
    else if (answer.error.code !== 'stopped') setFailure(answer.error);
    onChanged();
  }
  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    void readDropped(event.dataTransfer).then(send);
  }
  const choose = (input: HTMLInputElement) => {
    if (input.files !== null) void send(readChosen(input.files));
    input.value = '';
  };
  return (
    <Stack gap="sm">
      <div className="console-drop" data-over={over || undefined} onDragOver={(event) => { event.preventDefault(); setOver(true); }} onDragLeave={() => { setOver(false); }} onDrop={drop}>
        {sending === undefined ? (
          <>
            <Row gap="sm">
              <Button kind="primary" icon={FileUp} onClick={() => { files.current?.click(); }}>{t('chooseFiles')}</Button>
              <Button icon={FolderUp} onClick={() => { folder.current?.click(); }}>{t('chooseFolder')}</Button>
            </Row>
            <span className="console-grow">{t('drop')}</span>
          </>
        ) : <SendingBar sending={sending} />}
        <input ref={files} type="file" multiple hidden onChange={(event) => { choose(event.currentTarget); }} />
        <input ref={folder} type="file" hidden {...{ webkitdirectory: '' }} onChange={(event) => { choose(event.currentTarget); }} />
      </div>
      {failure === undefined ? null : <FailureNotice failure={failure} />}
    </Stack>
  );
}

function SendingBar({ sending }: { readonly sending: Sending }) {
  const { t } = useTranslation('drafts');
  const size = useSizeWords();
  const { sent, total, waiting, left } = sending;
  const time = left === undefined ? '' : left < 60 ? t('secondsLeft', { count: left }) : t('minutesLeft', { count: Math.ceil(left / 60) });
  return (
    <>
      <div className="console-grow"><ProgressBar label={t('sending')} value={sent} max={total} valueText={waiting ? t('waitingForGateway') : [t('sentOf', { sent: size(sent), total: size(total) }), time].filter((part) => part !== '').join(' · ')} /></div>
      <Button kind="quiet" onClick={sending.stop}>{t('pause')}</Button>
    </>
  );
}

/** How long the rest will take at the pace since the first answer, in seconds; what was there before does not count. */
function measureTimeLeft(): (progress: UploadProgress) => number | undefined {
  let begun: { readonly at: number; readonly sent: number } | undefined;
  return ({ sent, total }) => {
    begun ??= { at: performance.now(), sent };
    const passed = performance.now() - begun.at;
    const rate = (sent - begun.sent) / passed;
    return passed < HONEST_AFTER || rate <= 0 ? undefined : Math.ceil((total - sent) / rate / 1000);
  };
}
