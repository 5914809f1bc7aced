import type { BuildProblem } from './build-pack.ts';
import type { KeyProblem } from './signing-key.ts';

/** Every way a command about packs can be refused. */
export type Refusal = BuildProblem | KeyProblem;

/** What is wrong and what to do, in one sentence for each code. */
const SENTENCES: Readonly<Record<Refusal['code'], string>> = {
  'source-has-blockers': 'The pack was not built: put right what is listed above.',
  'version-taken': 'This version is already there with other content; build it with a higher --pack-version.',
  'not-a-pack': 'There is no pack here: give a .pack file or a folder made by “throughline pack build”.',
  'cut-short': 'The file is cut short or damaged; fetch it again.',
  'name-not-allowed': 'The file holds a name that no pack has, so nothing of it was used.',
  'name-twice': 'The file holds the same name twice, so nothing of it was used.',
  'not-a-plain-file': 'The file holds a link or a device, so nothing of it was used.',
  'not-stored': 'The file holds compressed or encrypted parts, which a pack never has, so nothing of it was used.',
  'too-many-files': 'The file holds more files than a pack may have.',
  'too-large': 'The pack is larger than a pack may be, or promises more than it holds.',
  'file-missing': 'A file the pack names is not there.',
  'several-packs': 'There is more than one pack here: name one with --pack id/version.',
  'manifest-too-large': 'The description of the pack is larger than 8 MiB.',
  'signature-missing': 'The pack lacks a signature it needs.',
  'signature-malformed': 'The signatures of the pack cannot be read.',
  'signature-wrong': 'The pack was changed after it was signed, or the signature belongs to another pack.',
  'key-not-trusted': 'The pack is signed, but by nobody named with --trust.',
  'key-revoked': 'The pack is signed with a key that was taken back.',
  'manifest-not-json': 'The description of the pack cannot be read.',
  'manifest-malformed': 'The description of the pack is not as it must be.',
  'format-unknown': 'The pack is of a kind this version does not know.',
  'needs-newer-player': 'The pack needs a newer Throughline.',
  'not-the-one-asked-for': 'The pack lies under a name or version that is not its own.',
  'version-rolled-back': 'The pack is older than one already accepted.',
  'version-reused': 'The pack has the version of one already accepted, but other content.',
  revoked: 'The pack was taken back.',
  'size-wrong': 'A file of the pack has the wrong size.',
  'hash-wrong': 'A file of the pack was changed.',
  'not-a-file-list': 'A list of files in the pack cannot be read.',
  'not-a-lesson': 'A lesson of the pack cannot be read.',
  'not-a-quiz': 'A quiz of the pack cannot be read.',
  'contents-differ': 'The description of the pack and its files do not agree.',
  'key-unreadable': 'There is no such key, or it cannot be read.',
  'key-name-missing': 'The public key file beside the key is missing or belongs to another key.',
};

/** One sentence, with the file or name it is about where that is known. */
export function refusalSentence(refusal: Refusal): string {
  const about = 'detail' in refusal && refusal.detail ? ` (${refusal.detail})` : '';
  return `${SENTENCES[refusal.code]}${about}`;
}
