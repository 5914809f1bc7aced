import { heldIf, type Measure } from './measure.ts';

const POLICY = 'disable_non_proxied_udp';

export const webrtc: Measure = {
  name: 'webrtc',
  why: 'WebRTC opens sockets that no request filter sees (security.md 5 D61).',
  apply: ({ app, eachPage }) => {
    app.commandLine.appendSwitch('force-webrtc-ip-handling-policy', POLICY);
    eachPage((page) => {
      page.setWebRTCIPHandlingPolicy(POLICY);
    });
  },
  check: ({ page }) => heldIf(page.getWebRTCIPHandlingPolicy() === POLICY),
};
