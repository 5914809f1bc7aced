import { CONTENT_SHIM } from '../../../content-packs/importers/add-content-shim.ts';

/** A SCORM 1.2 course of two screens, as small as one can be: a bookmark, a score, and what it was launched with. */
export function scorm12Sample(): ReadonlyMap<string, string> {
  return new Map([['Index.HTML', PAGE]]);
}

const PAGE = `<!doctype html><html><head>${CONTENT_SHIM}<title>Wiring a plug</title></head><body>
<h1 id="where"></h1><p id="launch"></p><p id="name"></p>
<button onclick="go(2)">Second screen</button>
<button onclick="finish(90)">Finish well</button>
<script>
var api = null, at = window;
while (api === null && at.parent !== at) { at = at.parent; api = at.API || null; }
api.LMSInitialize('');
function go(page) {
  document.getElementById('where').textContent = 'Screen ' + page;
  api.LMSSetValue('cmi.core.lesson_location', String(page));
  localStorage.setItem('last', String(page));
}
function finish(score) {
  api.LMSSetValue('cmi.core.score.raw', String(score));
  api.LMSSetValue('cmi.core.lesson_status', score >= 80 ? 'passed' : 'failed');
  api.LMSFinish('');
}
document.getElementById('launch').textContent = 'Launched with ' + api.LMSGetValue('cmi.launch_data') + location.search;
document.getElementById('name').textContent = 'For ' + api.LMSGetValue('cmi.core.student_name') + ', kept ' + localStorage.last;
go(Number(api.LMSGetValue('cmi.core.lesson_location') || 1));
</script></body></html>`;
