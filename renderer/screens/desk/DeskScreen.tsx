import { StatusBadge } from '../../components/badges.tsx';
import { Button } from '../../components/Button.tsx';
import { Empty, ErrorNote } from '../../components/notes.tsx';
import { RefusalList } from '../../components/RefusalList.tsx';
import { registry } from '../../contract/client.ts';
import { useQuestion } from '../../contract/hooks.ts';
import { go } from '../../frame/router.ts';
import { useSession } from '../../frame/session.ts';
import { showDate, showNumber } from '../../language/dates.ts';
import { useTexts } from '../../language/texts.ts';
import { screens } from '../index.ts';
import { Board, type BoardRow } from './Board.tsx';
import { allLate, figures, namedOneByOne, placeOf } from './figures.ts';
import { Held } from './Held.tsx';
import styles from './desk.module.css';

const nothing = {};
const touching = ['access', 'notices', 'incidents', 'incoming', 'materials', 'outgoing', 'requests', 'backup', 'recovery', 'officers'];

/** The first screen of the day: what is late, what waits, each row leading to where it is acted on. */
export default function DeskScreen() {
  const { t } = useTexts();
  const { officer } = useSession();
  const { value: summary, refusals, fault, again } = useQuestion(registry.desk.summary, nothing, touching);
  const entitled = (screen: string) => screens.some((each) => each.id === screen && each.roles.includes(officer.role));
  const leading = ({ screen, params }: { readonly screen: string; readonly params: Readonly<Record<string, string>> }) => (entitled(screen) ? () => go(screen, params) : undefined);

  const late: readonly BoardRow[] = (summary?.overdue ?? []).slice(0, namedOneByOne).map((each) => {
    const kind = each.kind === 'incident' ? 'incident' : 'notice';
    const due = t(kind === 'incident' ? 'desk.overdue.since' : 'desk.overdue.due', { date: showDate(each.dueOn) });
    return {
      key: each.id, open: leading(placeOf(each)),
      content: <><StatusBadge tone="bad">{t(`desk.overdue.${kind}`)}</StatusBadge><strong>{each.label}</strong><span className={styles['what']}>{due}</span></>,
    };
  });
  const access: readonly BoardRow[] = (summary?.access ?? []).map(({ officerId, name, own, lastDay, daysLeft }) => ({
    key: officerId, open: () => go('access'),
    content: (
      <>
        <StatusBadge tone={daysLeft < 0 ? 'bad' : 'warn'}>{daysLeft < 0 ? t('desk.access.over') : t('desk.access.left', { count: daysLeft })}</StatusBadge>
        <strong>{own ? t('desk.access.own') : t('desk.access.official', { name })}</strong><span className={styles['what']}>{t('desk.access.ends', { date: showDate(lastDay) })}</span>
      </>
    ),
  }));
  const more: readonly BoardRow[] = summary === undefined || summary.overdue.length <= namedOneByOne ? [] : [{
    key: 'more', open: leading(allLate),
    content: <><span className={styles['count']}><StatusBadge tone="bad">{showNumber(summary.overdueNotices)}</StatusBadge></span><span className={styles['what']}>{t('desk.overdue.more')}</span></>,
  }];
  const backup: readonly BoardRow[] = summary?.backup.due === true ? [{
    key: 'backup', open: leading({ screen: 'backup', params: {} }),
    content: <><span className={styles['count']}><StatusBadge tone="bad">{summary.backup.days === null ? '—' : showNumber(summary.backup.days)}</StatusBadge></span>
      <span className={styles['what']}>{summary.backup.days === null ? t('desk.backup.none') : t('desk.backup.days', { days: summary.backup.days })}</span></>,
  }] : [];
  const recovery: readonly BoardRow[] = summary === undefined || summary.recovery === null ? [] : [{
    key: 'recovery', open: leading({ screen: 'recovery', params: {} }),
    content: <><span className={styles['count']}><StatusBadge tone="bad">!</StatusBadge></span><span className={styles['what']}>{t(`desk.recovery.${summary.recovery.why}`, { names: summary.recovery.names.join(', ') })}</span></>,
  }];
  const counted: readonly BoardRow[] = summary === undefined ? [] : figures.filter(({ id }) => summary[id] > 0).map((figure) => ({
    key: figure.id, open: leading(figure),
    content: <><span className={styles['count']}><StatusBadge tone={figure.tone}>{showNumber(summary[figure.id])}</StatusBadge></span><span className={styles['what']}>{t(`desk.figures.${figure.id}`)}</span></>,
  }));
  const waiting = [...counted, ...backup, ...recovery];
  return (
    <div className={styles['desk']}>
      <div className={styles['column']}>
        <RefusalList refusals={refusals} />
        <ErrorNote fault={fault} again={again} />
        {summary && (
          <Board parts={[
            ...(late.length === 0 ? [] : [{ title: t('desk.overdue.title'), rows: [...late, ...more] }]),
            ...(access.length === 0 ? [] : [{ title: t('desk.access.title'), rows: access }]),
            { title: t('desk.waiting.title'), rows: waiting, empty: <Empty icon="check">{t(late.length === 0 ? 'desk.calm' : 'desk.waiting.none')}</Empty> },
          ]} />
        )}
        {late.length + waiting.length > 0 && <p className={styles['hint']}>{t('desk.waiting.keys')}</p>}
        <div className={styles['acts']}>
          {entitled('register') && <Button icon="incoming" onClick={() => go('register')}>{t('desk.act.register')}</Button>}
          {entitled('materials') && <Button icon="search" onClick={() => go('materials')}>{t('desk.act.find')}</Button>}
        </div>
      </div>
      <Held materials={summary?.materials} backup={summary?.backup} />
    </div>
  );
}
