import { captionsLedTo, isPage } from './captions-led-to.ts';
import type { NotCarried } from './import-report.ts';
import type { Supplied } from './importer.ts';

const READ = /\.(x?html?|m?js|css|json|xml)$/i;
const CAPTIONS = /\.vtt$/i;
/** What a page of SCORM 1.2 or 2004 calls to reach the platform it runs in. */
const SPEAKS_SCORM = /\b(LMSInitialize|LMSGetValue|LMSSetValue|API_1484_11)\b/;
/** Longer files are film and sound written out as text; reading them says nothing. */
const LONGEST = 4 * 1024 * 1024;

/**
 * What plain pages hold that nobody will meet: scores meant for a learning platform, because the list of contents that
 * says so is missing, and captions that no page leads to. Takes what was supplied and changes nothing.
 */
export async function findInPages(supplied: Supplied): Promise<readonly NotCarried[]> {
  const names = [...supplied.files.keys()];
  const captions = new Set(names.filter((name) => CAPTIONS.test(name)));
  const pages = names.filter(isPage);
  let speaks: string | undefined;
  for (const [name, { bytes }] of supplied.files) {
    if (!READ.test(name) || bytes > LONGEST) continue;
    const text = await supplied.readText(name);
    if (SPEAKS_SCORM.test(text)) speaks ??= name;
    if (captions.size === 0) continue;
    const ledTo = captionsLedTo(name, text, pages);
    for (const one of captions) if (ledTo.has(one.toLowerCase())) captions.delete(one);
  }
  return [...(speaks === undefined ? [] : [scoresOf(speaks)]), ...[...captions].map(unusedCaptions)];
}

function scoresOf(file: string): NotCarried {
  return {
    what: 'Scores and progress of a SCORM course',
    file,
    why: 'The pages report to a learning platform as SCORM courses do, but “imsmanifest.xml” is missing, so they are plain pages here and report nothing. Export the course again as SCORM, with everything in the archive.',
  };
}

function unusedCaptions(file: string): NotCarried {
  return {
    what: `The captions ${file}`,
    file,
    why: 'No page names this file, so nobody sees them. Name it in a “track” of its film, or give it the name that the page asks for.',
  };
}
