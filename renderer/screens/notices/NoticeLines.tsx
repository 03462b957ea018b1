import type { Answer } from '#app/contract/index.ts';
import { showDate } from '../../language/dates.ts';
import { useTexts } from '../../language/texts.ts';
import { CardLink } from '../common/CardLink.tsx';
import styles from '../common/common.module.css';

/** The lines of a notice: the addressee's own reference and our number, nothing of any other side (R7.4, R14.3). */
export function NoticeLines({ card }: { readonly card: Pick<Answer<'notices.card'>, 'lines' | 'received'> }) {
  const { t } = useTexts();
  return (
    <>
      {card.lines.length > 0 && (
        <table className={styles['plainTable']} aria-label={t('notices.lines')}>
          <thead><tr><th scope="col">{t('notices.ownReference')}</th><th scope="col">{t('notices.ourNumber')}</th></tr></thead>
          <tbody>
            {card.lines.map((line) => (
              <tr key={`${line.ourNumber} ${line.ownReference}`}>
                <td>{[line.ownReference === '' ? '—' : line.ownReference, line.ownDate === null ? '' : t('notices.of', { date: showDate(line.ownDate) })].join(' ')}</td>
                <td>
                  {line.materialId === null ? line.ourNumber : <CardLink materialId={line.materialId}>{line.ourNumber}</CardLink>}
                  {' '}{t('notices.of', { date: showDate(line.ourDate) })}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {card.received.length > 0 && (
        <table className={styles['plainTable']} aria-label={t('notices.received')}>
          <thead><tr><th scope="col">{t('notices.received')}</th></tr></thead>
          <tbody>{card.received.map((each) => <tr key={each.number}><td>{each.number} {t('notices.of', { date: showDate(each.date) })}</td></tr>)}</tbody>
        </table>
      )}
    </>
  );
}
