import type { ErrorReply } from './staff-api.ts';

/**
 * Every coded failure that leaves the gateway, its status and its sentence: one table, so that the same trouble
 * looks the same at both doors. A sentence says what to do where there is something to do.
 */
export const errorReplies = {
  'invalid-request': [400, 'The request does not have the form this address takes.'],
  'json-unreadable': [400, 'The body is not JSON, or is nested too deeply.'],
  'not-signed-in': [401, 'Sign in first.'],
  'sign-in-refused': [401, 'The name or the password is not right.'],
  'password-wrong': [401, 'The present password is not right.'],
  'not-enrolled': [401, 'This tablet is not known here. Enrol it with a code from the console.'],
  revoked: [403, 'This tablet has been revoked.'],
  'not-allowed': [403, 'Your role may not do this.'],
  'origin-refused': [403, 'The request came from another page.'],
  'token-wrong': [403, 'The token is not the one in the file, or an account exists already.'],
  'not-found': [404, 'There is nothing here.'],
  'code-unknown': [404, 'This code is not known. Check each character.'],
  'person-unknown': [404, 'No such prison number here.'],
  'person-not-on-tablet': [403, 'This person is not assigned to this tablet.'],
  'slow-request': [408, 'The body took too long to arrive.'],
  'username-taken': [409, 'Somebody has this sign-in name already.'],
  'last-administrator': [409, 'This is the last administrator who can sign in.'],
  'not-yourself': [409, 'Ask another administrator to change your own account.'],
  'prisoner-number-taken': [409, 'This prison number is in use already.'],
  'person-not-here': [409, 'One of these people is not in this establishment.'],
  'already-enrolled': [409, 'This tablet is enrolled. Revoke it before it is enrolled again.'],
  'code-used': [410, 'This code has been used. Ask for a new one.'],
  'code-expired': [410, 'This code is too old. Ask for a new one.'],
  'version-must-rise': [409, 'A pack may only go forward: this edition is not newer than the one already here.'],
  'pack-revoked': [409, 'This edition was taken back, or a key that signed it was. Publish a new edition.'],
  'runtime-missing': [409, 'This course needs a program that is not here. Bring its pack first, then publish the course.'],
  'revoked-already': [409, 'This was taken back already.'],
  'lift-asked': [409, 'Somebody asked for this already. A second person has to agree.'],
  'lift-not-asked': [409, 'Nobody asks for this any more.'],
  'lift-second-person': [409, 'You asked for this yourself. A second person has to agree.'],
  'roles-refused': [422, 'This roles document is not the next one, or the root keys did not sign it. Nothing changed.'],
  'keys-by-roles': [409, 'Here a signed roles document says whose keys count. Have the root key sign the next one.'],
  'offset-wrong': [409, 'The file is not that far. Ask how far it is and go on from there.'],
  'upload-busy': [409, 'Another part of this file is arriving just now.'],
  'upload-incomplete': [409, 'Not every file has arrived whole.'],
  'upload-names': [422, 'One of the names cannot be taken, or stands there twice.'],
  'draft-limit': [409, 'There are too many unfinished uploads of yours. Discard one first.'],
  'draft-busy': [409, 'The draft is being checked just now. Wait until that is done.'],
  'draft-stage': [409, 'The draft is at another stage now. Look at it again.'],
  'draft-changed': [409, 'This is not the edition you looked at. Look at it again.'],
  'draft-file': [422, 'The draft has no such file, or it cannot be changed here.'],
  'own-work': [409, 'You made or submitted this yourself. A second person has to decide.'],
  'keys-missing': [409, 'This prison has no signing keys yet. An administrator makes them.'],
  'keys-made': [409, 'This prison has its signing keys already.'],
  'key-known': [409, 'A key of this name is trusted already.'],
  'message-not-held': [409, 'Somebody decided this message before. Look at it again.'],
  'message-claim-needed': [409, 'Claim the message first.'],
  'message-claimed': [409, 'A colleague has this message now.'],
  'message-claim-expired': [409, 'Your claim ran out. Claim the message again.'],
  'message-text-changed': [409, 'This is not the text you read. Open the message again.'],
  'message-known-to-you': [409, 'You know one of these people. A colleague has to decide.'],
  'message-desk': [409, 'This message was passed to a desk that is not yours.'],
  'message-second-person': [409, 'You asked for this stop yourself. A second person has to agree.'],
  'message-proposal-stands': [409, 'A colleague wants to stop this. Agree, or pass it to a desk.'],
  'message-reason-not-fixable': [409, 'The writer cannot put this right. Stop the message instead.'],
  'message-too-late': [409, 'The message may already be outside. It cannot be taken back.'],
  'appeal-answered': [409, 'This was answered before, or nobody asked. Look at it again.'],
  'appeal-own-stop': [409, 'You had a part in stopping this. A colleague has to decide.'],
  'contact-not-invitable': [
    409,
    'Only an approved contact without a restriction, who is not privileged, can be invited.',
  ],
  'policy-in-the-past': [409, 'New rules may begin now or later, not in the past.'],
  'alert-seen': [409, 'A colleague has seen this call before you.'],
  'alert-not-seen': [409, 'Say that you have seen it first.'],
  'alert-closed': [409, 'A colleague has closed this call.'],
  'alert-open': [409, 'A call for help from this tablet is open. Look after it first, or say that you know of it.'],
  'group-name-taken': [409, 'There is a group of this name already.'],
  'work-marked': [409, 'A colleague marked this before you. Look at it again.'],
  'score-too-high': [422, 'The marks are more than there are to get.'],
  'comment-missing': [422, 'Say what to do next: “another go” needs a comment.'],
  'key-stands': [409, 'A colleague has the key of this role. Ask them to let you in.'],
  'key-changed': [409, 'The key is another one now. Look again.'],
  'desk-key-missing': [409, 'Make your own key first.'],
  'too-large': [413, 'This is larger than what is taken here.'],
  'type-refused': [415, 'Send JSON, or for a pack application/octet-stream.'],
  'range-refused': [416, 'The file does not have this part.'],
  'host-refused': [421, 'This gateway does not answer to that name.'],
  'pack-refused': [422, 'The pack did not pass verification, and nothing was stored.'],
  'address-too-long': [414, 'The address is too long.'],
  'headers-too-large': [431, 'The headers are too large.'],
  'too-many-tries': [429, 'Too many tries. Wait a little.'],
  wait: [429, 'Too many wrong passwords. Wait a little.'],
  internal: [500, 'Something went wrong here. It has been noted.'],
  busy: [503, 'The gateway is busy. Try again shortly.'],
  'storage-full': [507, 'The disk of the gateway is full. Nothing was lost; tell the administrator.'],
} as const satisfies Readonly<Record<string, readonly [status: number, message: string]>>;

/** A code of the table. */
export type ErrorCode = keyof typeof errorReplies;

/** What a route gives back when it does not do what was asked. `detail` never repeats what the caller sent. */
export type RouteFailure = { readonly code: ErrorCode; readonly detail?: string; readonly retryAfter?: number };

/** The status and body of one failure. */
export function errorReply(failure: RouteFailure): { readonly status: number; readonly body: ErrorReply } {
  const [status, message] = errorReplies[failure.code];
  return {
    status,
    body: {
      code: failure.code,
      message,
      ...(failure.detail === undefined ? {} : { detail: failure.detail }),
      ...(failure.retryAfter === undefined ? {} : { retryAfter: failure.retryAfter }),
    },
  };
}
