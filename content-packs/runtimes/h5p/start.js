// The page of the H5P runtime pack (ADR 0020): it runs in a browser, as it is, inside the pack. It speaks with the host
// page around it by messages alone: what to open comes in, what was answered and said goes out.

/** Answers are looked at this often, in milliseconds; H5P does not say when they change. */
const LOOK_EVERY = 1000;
const CONTENT = 'activity';

let lastAnswers;

window.addEventListener('message', (event) => {
  if (event.source === window.parent && event.data?.type === 'h5p-open') void open(event.data);
});
window.parent.postMessage({ type: 'h5p-ready' }, location.origin);

async function open({ folder, answers, language }) {
  document.documentElement.lang = language;
  lastAnswers = answers;
  // `frameJs` brings the core into this very document; `saveFreq` lets it take up answers, and saves nothing by itself.
  await new window.H5PStandalone.H5P(document.getElementById('activity'), {
    id: CONTENT,
    h5pJsonPath: folder,
    frameJs: new URL('player/frame.bundle.js', location.href).pathname,
    frameCss: new URL('player/styles/h5p.css', location.href).pathname,
    embedType: 'div',
    frame: false,
    copyright: false,
    export: false,
    icon: false,
    fullScreen: false,
    saveFreq: 86400,
    ...(answers === null ? {} : { contentUserData: [{ dataType: 'state', subContentId: '0', state: answers, previousState: answers }] }),
  });
  window.H5P.externalDispatcher.on('xAPI', onStatement);
  setInterval(tellAnswers, LOOK_EVERY);
  window.addEventListener('pagehide', tellAnswers);
}

/** A statement of a part of the activity has a parent among its context's activities. */
function onStatement(event) {
  const { statement } = event.data;
  const isWhole = (statement.context?.contextActivities?.parent ?? []).length === 0;
  window.parent.postMessage({ type: 'h5p-said', statement: JSON.parse(JSON.stringify(statement)), isWhole }, location.origin);
  tellAnswers();
}

function tellAnswers() {
  const [activity] = window.H5P.instances;
  const state = activity?.getCurrentState?.();
  if (state === undefined) return;
  const answers = JSON.stringify(state);
  if (answers === lastAnswers) return;
  lastAnswers = answers;
  window.parent.postMessage({ type: 'h5p-answers', answers }, location.origin);
}
