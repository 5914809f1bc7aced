import { FileUp } from 'lucide-react';
import { useRef, useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../renderer/ui/button.tsx';
import { ButtonLink } from '../../../renderer/ui/button-link.tsx';
import { Notice } from '../../../renderer/ui/notice.tsx';
import { ProgressBar } from '../../../renderer/ui/progress-bar.tsx';
import { Row } from '../../../renderer/ui/row.tsx';
import { Stack } from '../../../renderer/ui/stack.tsx';
import type { CallFailure } from '../../console/call-api.ts';
import { FailureNotice } from '../../console/failure-notice.tsx';
import { placeAddress } from '../../console/place.ts';
import { sendFile } from '../../console/send-file.ts';
import { useWordsIn } from '../../console/use-words-in.ts';
import { receivedPackSchema, type PackEdition, type ReceivedPack, type WaitingPack } from '../staff-api.ts';
import { EditionFacts } from './edition-facts.tsx';

type Sending = { readonly name: string; readonly fraction: number; readonly stop: () => void };

/** Takes a .pack file by dropping or choosing it, shows how far it has come, and what the gateway made of it. */
export function ReceivePack({ onReceived }: { readonly onReceived: () => void }) {
  const { t } = useTranslation('packs');
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [sending, setSending] = useState<Sending>();
  const [failure, setFailure] = useState<CallFailure>();
  const [received, setReceived] = useState<ReceivedPack>();
  async function send(file: File | undefined) {
    if (file === undefined || sending !== undefined) return;
    const stopper = new AbortController();
    const stop = () => { stopper.abort(); };
    setFailure(undefined);
    setReceived(undefined);
    setSending({ name: file.name, fraction: 0, stop });
    const answer = await sendFile({ path: '/packs', file, reply: receivedPackSchema, signal: stopper.signal, onProgress: (fraction) => { setSending({ name: file.name, fraction, stop }); } });
    setSending(undefined);
    if (answer.ok) setReceived(answer.value);
    else setFailure(answer.error);
    if (answer.ok) onReceived();
  }
  const close = () => { setReceived(undefined); };
  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    void send(event.dataTransfer.files[0]);
  }
  return (
    <Stack gap="md">
      <div className="console-drop" data-over={over || undefined} onDragOver={(event) => { event.preventDefault(); setOver(true); }} onDragLeave={() => { setOver(false); }} onDrop={drop}>
        {sending === undefined ? (
          <>
            <Button kind="primary" icon={FileUp} onClick={() => { input.current?.click(); }}>{t('choose')}</Button>
            <span>{t('drop')}</span>
          </>
        ) : (
          <>
            <div className="console-grow"><ProgressBar label={t('sending', { name: sending.name })} value={sending.fraction} max={1} valueText={sending.fraction < 1 ? `${String(Math.floor(sending.fraction * 100))} %` : t('checking')} /></div>
            <Button kind="quiet" onClick={sending.stop}>{t('stop')}</Button>
          </>
        )}
        <input ref={input} type="file" accept=".pack" hidden onChange={(event) => { void send(event.currentTarget.files?.[0]); event.currentTarget.value = ''; }} />
      </div>
      {failure === undefined ? null : <PackFailure failure={failure} />}
      {received === undefined ? null : 'draftId' in received ? <WaitingNotice pack={received} onClose={close} /> : <ReceivedNotice edition={received} onClose={close} />}
    </Stack>
  );
}

function ReceivedNotice({ edition, onClose }: { readonly edition: PackEdition; readonly onClose: () => void }) {
  const { t } = useTranslation('packs');
  const wordsIn = useWordsIn();
  return (
    <Notice tone="good" title={t('receivedNow', { title: wordsIn(edition.title), version: edition.version })} live="polite"
      actions={<Row gap="xs"><ButtonLink kind="primary" href={placeAddress('packs', 'courses', edition.packId)}>{t('goPublish')}</ButtonLink><Button kind="quiet" onClick={onClose}>{t('console:close')}</Button></Row>}>
      <EditionFacts edition={edition} />
    </Notice>
  );
}

/** It was believed, but nobody else here has looked at it: where it waits. */
function WaitingNotice({ pack, onClose }: { readonly pack: WaitingPack; readonly onClose: () => void }) {
  const { t } = useTranslation('packs');
  const wordsIn = useWordsIn();
  return (
    <Notice tone="attention" title={t('waitsNow', { title: wordsIn(pack.title), version: pack.version })} live="polite"
      actions={<Row gap="xs"><ButtonLink kind="primary" href={placeAddress('packs', 'drafts', pack.draftId)}>{t('goWaiting')}</ButtonLink><Button kind="quiet" onClick={onClose}>{t('console:close')}</Button></Row>}>
      <p>{t('waitsWhy', { roles: pack.lacks.map((role) => t(`signer.${role}`)).join(', ') })}</p>
    </Notice>
  );
}

/** Why a pack was refused, in plain words by the verifier's code. */
function PackFailure({ failure }: { readonly failure: CallFailure }) {
  const { t, i18n } = useTranslation('packs');
  if (failure.code !== 'pack-refused') return <FailureNotice failure={failure} />;
  const code = failure.detail ?? 'unreadable';
  return (
    <Notice tone="danger" title={t('console:failure.pack-refused')} live="assertive">
      <p>{i18n.exists(`packs:refusal.${code}`) ? t(`refusal.${code}`) : t('refusal.other')}</p>
      <p>{t('refusalCode', { code })}</p>
    </Notice>
  );
}
