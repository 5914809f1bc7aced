import { FileText } from 'lucide-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { applyAppearance } from '../ui/apply-appearance.ts';
import { List } from '../ui/list.tsx';
import { ListRow } from '../ui/list-row.tsx';
import { Notice } from '../ui/notice.tsx';
import { SegmentedChoice } from '../ui/segmented-choice.tsx';
import { Spinner } from '../ui/spinner.tsx';
import { StatusChip } from '../ui/status-chip.tsx';
import type { PreviewedPack } from './load-previewed-pack.ts';
import { previewWords } from './preview-words.ts';
import { usePreviewedItem } from './use-previewed-item.ts';

type Place = { readonly activityId: string; readonly language: string };

/** The whole preview: the parts of the pack at the side, the one that is open as a learner sees it. */
export function PreviewScreen({ pack, place: first }: { readonly pack: PreviewedPack; readonly place: Place }) {
  const [place, setPlace] = useState(first);
  const [done, setDone] = useState<ReadonlySet<string>>(new Set());
  const stage = useRef<HTMLDivElement>(null);
  const words = previewWords(place.language);
  const open = useCallback((activityId: string) => { setPlace((now) => ({ ...now, activityId })); }, []);
  const finish = useCallback((activityId: string) => { setDone((before) => new Set([...before, activityId])); }, []);
  const state = usePreviewedItem(stage, { pack, ...place }, open, finish);
  useEffect(() => { applyAppearance({ theme: 'light', textSize: 100, language: place.language }); }, [place.language]);
  // For the checker, which drives this page: what is open and how it stands.
  useEffect(() => {
    document.documentElement.dataset['previewItem'] = `${place.activityId}/${place.language}`;
    document.documentElement.dataset['previewState'] = state;
  }, [place, state]);
  return (
    <div className="preview">
      <nav className="preview-side" aria-label={words.items}>
        <h1>{words.title}</h1>
        <p>{words.lead}</p>
        {pack.manifest.languages.length < 2 ? null : (
          <SegmentedChoice legend={words.language} value={place.language} onChange={(language) => { setPlace({ ...place, language }); }}
            options={pack.manifest.languages.map((language) => ({ value: language, label: nameOf(language), lang: language }))} />
        )}
        <List label={words.items}>
          {pack.manifest.items.map((item) => (
            <ListRow key={item.activityId} icon={FileText} title={item.title[place.language] ?? item.activityId} current={item.activityId === place.activityId}
              chip={done.has(item.activityId) ? <StatusChip tone="good">{words.done}</StatusChip> : undefined} onClick={() => { open(item.activityId); }} />
          ))}
        </List>
      </nav>
      <main className="preview-main" id="main" aria-label={pack.manifest.title[place.language]}>
        {state === 'opening' ? <Spinner word={words.opening} block /> : null}
        {state === 'failed' ? <Notice tone="attention" live="polite">{words.failed}</Notice> : null}
        {state === 'stopped' ? <Notice tone="attention" live="polite">{words.stopped}</Notice> : null}
        <div className="preview-stage" ref={stage} />
      </main>
    </div>
  );
}

/** A language by its own name, as its speakers look for it. */
function nameOf(language: string): string {
  return new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
}
