/**
 * Name of a document's file on a medium: package number and running number, nothing of sender,
 * addressee, subject or form (R7.5). `extension` without the dot.
 */
export function documentFileName(packageNumber: string, running: number, extension: 'pdf' | 'txt'): string {
  const ascii = packageNumber.replace(/[^0-9A-Za-z-]+/g, '').replace(/^-+|-+$/g, '');
  return `${ascii === '' ? 'package' : ascii}-${String(running).padStart(3, '0')}.${extension}`;
}
