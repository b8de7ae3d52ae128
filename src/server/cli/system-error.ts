import type { Problem } from '../../model/problem.js';

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'This account may not do that. Change the permissions, or run it as another user.',
  EPERM: 'This account may not do that. Change the permissions, or run it as another user.',
  EROFS: 'The disk is read-only.',
  ENOSPC: 'The disk is full.',
  EDQUOT: 'The disk quota is used up.',
  ENOTDIR: 'Something in its path is a file where a folder is needed.',
  EEXIST: 'Something in its path is a file where a folder is needed.',
  EISDIR: 'It is a folder where a file is needed.',
  ELOOP: 'Its symbolic links lead in a circle.',
  ENAMETOOLONG: 'Its name is longer than the disk allows.',
  EMFILE: 'Too many files are open. Run with fewer --jobs.',
};

const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;

export const isMissing = (error: unknown): boolean => codeOf(error) === 'ENOENT';

/** What a path has that leads to no file, and could lead to none. */
const NOWHERE = new Set(['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ERR_INVALID_ARG_VALUE']);

export const leadsNowhere = (error: unknown): boolean => NOWHERE.has(codeOf(error) ?? '');

const reasonOf = (error: unknown): string => {
  const code = codeOf(error);
  return REASONS[code ?? ''] ?? (error instanceof Error ? error.message : String(error));
};

/** Why a file could not be read, as a problem of that file, or of the one that needs `path`. */
export function unreadable(error: unknown, path = 'The file'): Problem {
  const message = isMissing(error)
    ? 'There is no such file, or it has gone since the folder was listed. Check the name, capital letters included.'
    : `${path} cannot be read. ${reasonOf(error)}`;
  return { code: 'file-unreadable', severity: 'error', message };
}

/** Why a file could not be written. */
export const unwritable = (path: string, error: unknown): Problem => ({
  code: 'file-unwritable',
  severity: 'error',
  message: `${path} cannot be written. ${isMissing(error) ? 'Its folder has gone.' : reasonOf(error)}`,
});
