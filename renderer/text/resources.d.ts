import 'i18next';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app';
    resources: {
      app: typeof import('./en/app.ts').text;
      session: typeof import('./en/session.ts').text;
      actnow: typeof import('./en/actnow.ts').text;
      tablet: typeof import('./en/tablet.ts').text;
      messaging: typeof import('./en/messaging.ts').text;
      selfhelp: typeof import('./en/selfhelp.ts').text;
      programme: typeof import('./en/programme.ts').text;
      balance: typeof import('./en/balance.ts').text;
      plans: typeof import('./en/plans.ts').text;
      toolbox: typeof import('./en/toolbox.ts').text;
      techniques: typeof import('./en/techniques.ts').text;
      measures: typeof import('./en/measures.ts').text;
      education: typeof import('./en/education.ts').text;
      catalogue: typeof import('./en/catalogue.ts').text;
      study: typeof import('./en/study.ts').text;
      player: typeof import('./en/player.ts').text;
      reader: typeof import('./en/reader.ts').text;
      recovery: typeof import('./en/recovery.ts').text;
      sharing: typeof import('./en/sharing.ts').text;
    };
  }
}
