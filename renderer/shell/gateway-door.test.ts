import { describe, expect, it } from 'vitest';
import { z } from 'zod/mini';
import { createGatewayDoor, knownCode } from './gateway-door.ts';

const answers = (response: Response | Error) =>
  createGatewayDoor(async () => {
    if (response instanceof Error) throw response;
    return response;
  });
const schema = z.object({ word: z.string() });
const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status });

describe('what comes through the gateway’s door', () => {
  it('is parsed before anybody sees it', async () => {
    expect(await answers(json({ word: 'hello', more: 1 })).get('/x', schema)).toEqual({ ok: true, value: { word: 'hello' } });
    expect(await answers(json({ word: 7 })).get('/x', schema)).toMatchObject({ ok: false, error: { code: 'reply-invalid' } });
    expect(await answers(new Response('<html>')).get('/x', schema)).toMatchObject({ ok: false, error: { code: 'reply-invalid' } });
  });

  it('a refusal keeps its code and the time to wait', async () => {
    const refused = await answers(json({ code: 'too-many-tries', message: 'Wait', retryAfter: 60_000 }, 429)).get('/x', schema);
    expect(refused).toEqual({ ok: false, error: { code: 'too-many-tries', status: 429, retryAfter: 60_000 } });
  });

  it('no network is one clear code, and a proxy’s error page is "busy"', async () => {
    expect(await answers(new TypeError('failed')).get('/x', schema)).toMatchObject({ ok: false, error: { code: 'unreachable', status: 0 } });
    expect(await answers(new Response('Bad gateway', { status: 502 })).get('/x', schema)).toMatchObject({ ok: false, error: { code: 'busy' } });
  });

  it('more bytes than were promised are refused', async () => {
    const bytes = () => new Response(new Uint8Array(9));
    expect(await answers(bytes()).getBytes('/x', 8)).toMatchObject({ ok: false });
    expect(await answers(bytes()).getBytes('/x', 9)).toMatchObject({ ok: true });
  });
});

it('codes a tablet does not know become one it has a sentence for', () => {
  expect(knownCode(['a'], { code: 'a', status: 404 }, 'unreachable')).toBe('a');
  expect(knownCode(['a'], { code: 'b', status: 404 }, 'unreachable')).toBe('reply-invalid');
  expect(knownCode(['a'], { code: 'b', status: 503 }, 'unreachable')).toBe('unreachable');
});
