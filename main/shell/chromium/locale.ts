/**
 * The environment of the browser: names of files are UTF-8. In a session that names no locale, or one of another charset, Chromium
 * gives no path of a file whose name has a letter beyond ASCII, and nothing could be attached. glibc has `C.UTF-8` since 2.35, Debian for longer.
 */
export function browserEnvironment(env: NodeJS.ProcessEnv): Record<string, string> {
  const { LC_ALL: all, ...others } = env;
  const charset = all || env['LC_CTYPE'] || env['LANG'] || '';
  const named = /utf-?8/i.test(charset) ? { ...others, ...(all === undefined ? {} : { LC_ALL: all }) } : { ...others, LC_CTYPE: 'C.UTF-8' };
  return Object.fromEntries(Object.entries(named).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}
