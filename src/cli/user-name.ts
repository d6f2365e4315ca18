import { userInfo } from 'node:os';

/** Who runs the program. In a container a user may be a bare number that no name belongs to. */
export function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return `user ${process.getuid?.() ?? ''}`.trimEnd();
  }
}
