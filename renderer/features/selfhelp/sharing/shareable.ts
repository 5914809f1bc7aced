import type { SharedPage } from '#protocol/selfhelp/sharing.ts';

/** One thing that can be shared: its name in the list, and the page it becomes. */
export type Shareable = { readonly key: string; readonly what: 'chart' | 'plan' | 'map' | 'practice' | 'measure'; readonly name: string; readonly page: SharedPage };
