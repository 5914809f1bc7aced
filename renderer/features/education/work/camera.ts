import { useEffect, useRef, useState } from 'react';
import { fail, ok, type Result } from '#protocol/result.ts';
import type { ShellPort } from '#protocol/shell/bridge.ts';

type CameraShell = Pick<ShellPort, 'status' | 'camera'>;

/** The camera behind a tablet, where there are two; large enough that small writing can be read. No sound is ever asked for. */
const WANTED: MediaStreamConstraints = { audio: false, video: { facingMode: 'environment', width: { ideal: 1920 }, height: { ideal: 1440 } } };

/** Whether photographs can be taken here: the shell allows it, and a camera is there. Undefined until that is known. */
export function useHasCamera(shell: CameraShell): boolean | undefined {
  const [has, setHas] = useState<boolean>();
  useEffect(() => {
    let current = true;
    void findCamera(shell).catch(() => false).then((found) => { if (current) setHas(found); });
    return () => { current = false; };
  }, [shell]);
  return has;
}

async function findCamera(shell: CameraShell): Promise<boolean> {
  if ((await shell.status()).hasCamera !== true) return false;
  return (await navigator.mediaDevices.enumerateDevices()).some(({ kind }) => kind === 'videoinput');
}

/** The camera while a screen is open: `video` is the element to show it in. It is off again as soon as the screen goes. */
export function useCamera(shell: CameraShell) {
  const video = useRef<HTMLVideoElement>(null);
  const [state, setState] = useState<'starting' | 'on' | 'none'>('starting');
  useEffect(() => {
    let current = true;
    let stream: MediaStream | undefined;
    const start = async (): Promise<void> => {
      const opened = await openCamera(shell);
      if (!opened.ok) return setState('none');
      stream = opened.value;
      if (!current || video.current === null) return stop(stream);
      video.current.srcObject = stream;
      await video.current.play();
      setState('on');
    };
    void start().catch(() => {
      stop(stream);
      if (current) setState('none');
    });
    return () => {
      current = false;
      stop(stream);
      void shell.camera({ on: false });
    };
  }, [shell]);
  return { video, state };
}

async function openCamera(shell: CameraShell): Promise<Result<MediaStream, { readonly code: 'no-camera' }>> {
  const allowed = await shell.camera({ on: true });
  if (!allowed.ok) return allowed;
  // Whatever Chromium says (no device, in use, refused), the person is told the same: it cannot be used now.
  return navigator.mediaDevices.getUserMedia(WANTED).then(ok, () => fail({ code: 'no-camera' as const }));
}

function stop(stream: MediaStream | undefined): void {
  for (const track of stream?.getTracks() ?? []) track.stop();
}
