import { heldIf, type Measure } from './measure.ts';

/** Switches against what Chromium sends of its own accord (security.md 5 D67). */
const SWITCHES = [
  'disable-background-networking',
  'disable-component-update',
  'disable-domain-reliability',
  'disable-sync',
  'disable-breakpad',
  'no-pings',
  'disable-client-side-phishing-detection',
  'disable-default-apps',
] as const;

const FEATURES = [
  'AutofillServerCommunication',
  'CertificateTransparencyComponentUpdater',
  'DialMediaRouteProvider',
  'DnsOverHttps',
  'InterestFeedContentSuggestions',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'Prerender2',
  'SpareRendererForSitePerProcess',
  'Translate',
  'WebOTP',
] as const;

export const backgroundRequests: Measure = {
  name: 'background-requests',
  why: 'Chromium asks its makers for updates, lists and the time; none of it belongs in a prison.',
  apply: ({ app }) => {
    for (const name of SWITCHES) app.commandLine.appendSwitch(name);
    app.commandLine.appendSwitch('disable-features', FEATURES.join(','));
  },
  check: ({ app }) => heldIf(SWITCHES.every((name) => app.commandLine.hasSwitch(name))),
};
