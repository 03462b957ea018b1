import { Note } from '../components/notes.tsx';
import type { Status } from '../frame/session.ts';
import { useTexts } from '../language/texts.ts';

/** That one of the two copies of the header is not in order, and what becomes of it. */
export function HeaderNote({ status: { header, vault } }: { readonly status: Status }) {
  const { t } = useTexts();
  if (header === null) return null;
  const words = { file: header.place, how: t(`session.header.how.${header.code}`) };
  if (vault !== 'open') return <Note tone="warn">{t('session.header.flaw', words)}</Note>;
  return <Note tone="warn">{t(header.mended ? 'session.header.mended' : 'session.header.notMended', words)}</Note>;
}
