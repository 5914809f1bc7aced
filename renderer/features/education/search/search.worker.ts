import { createSearchAnswerer } from './answer-search.ts';
import type { SearchReply, SearchRequest } from './search-calls.ts';

// Loading the index of a big course takes a moment on a small tablet: here it holds up no typing.
const answer = createSearchAnswerer();

self.addEventListener('message', (event: MessageEvent<SearchRequest>) => {
  const { request, ask } = event.data;
  const reply = (value: SearchReply) => { self.postMessage(value); };
  answer(ask).then((given) => { reply({ request, answer: given }); }, () => { reply({ request, answer: null }); });
});
