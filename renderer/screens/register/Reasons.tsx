import { showDate } from '../../language/dates.ts';
import { useTexts } from '../../language/texts.ts';
import styles from './register.module.css';

/** Why a package or material is kept and not used: main answers codes, the words are those of the refusals. */
export function Reasons({ codes, body, date }: { readonly codes: readonly string[]; readonly body: string; readonly date: string }) {
  const { maybe } = useTexts();
  const params = { body, state: body.slice(0, 2), date: showDate(date), status: '' };
  return <ul className={styles['reasons']}>{codes.map((code) => <li key={code}>{maybe(`refusals.codes.${code}`, params) ?? code}</li>)}</ul>;
}
