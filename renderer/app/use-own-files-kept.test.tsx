import { renderHook, waitFor } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { ownFilesKept } from '../shell/register-service-worker.ts';
import { useOwnFilesKept } from './use-own-files-kept.ts';

vi.mock('../shell/register-service-worker.ts', () => ({ ownFilesKept: vi.fn() }));

it('a browser may say that all works unplugged once it has fetched the app’s own files, and not before', async () => {
  const fetched = Promise.withResolvers<undefined>();
  vi.mocked(ownFilesKept).mockReturnValue(fetched.promise);
  const { result } = renderHook(useOwnFilesKept);
  expect(result.current).toBe(false);
  fetched.resolve(undefined);
  await waitFor(() => expect(result.current).toBe(true));
});

it('the kiosk, whose files are its own, says so from the start', () => {
  vi.mocked(ownFilesKept).mockReturnValue(undefined);
  expect(renderHook(useOwnFilesKept).result.current).toBe(true);
});
