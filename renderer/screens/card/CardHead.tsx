import { useMemo, useState } from 'react';
import { EvaluationBadge, GrifBadge } from '../../components/badges.tsx';
import { Button } from '../../components/Button.tsx';
import { Toolbar } from '../../components/layout.tsx';
import { go } from '../../frame/router.ts';
import { useSession } from '../../frame/session.ts';
import { showDate } from '../../language/dates.ts';
import { useTexts } from '../../language/texts.ts';
import { useScreenCommands, type ScreenCommand } from '../../shortcuts/commands.ts';
import { StatusBadges } from '../materials/StatusBadges.tsx';
import { AnnotateDrawer } from './AnnotateDrawer.tsx';
import type { Card } from './CardBody.tsx';
import { RectifyDrawer } from './RectifyDrawer.tsx';
import styles from './card.module.css';

/** Which material this is, and what can be done with it. */
export function CardHead({ card, bodyName }: { readonly card: Card; readonly bodyName: (code: string) => string }) {
  const { t } = useTexts();
  const { role } = useSession().officer;
  const [annotating, setAnnotating] = useState(false);
  const [rectifying, setRectifying] = useState(false);
  const { row } = card;
  const { id, product } = row;
  const commands = useMemo<readonly ScreenCommand[]>(() => [
    ...(role === 'registrar' ? [{ id: 'card.supplement', title: 'card.act.supplement' as const, icon: 'add' as const, run: () => go('register', { supplementOf: id }) }] : []),
    ...(role === 'director' ? [] : [{ id: 'card.similar', title: 'card.act.similar' as const, icon: 'links' as const, run: () => go('similar', { materialId: id }) }]),
    { id: 'card.release', title: 'card.act.release', icon: 'outgoing', run: () => go('release', { materials: id }) },
    ...(role === 'analyst' ? [] : [{ id: 'card.print', title: 'card.act.print' as const, icon: 'print' as const, run: () => go('print', { form: 'P6', materialId: id }) },
      { id: 'card.stamp', title: 'card.act.stamp' as const, icon: 'print' as const, run: () => go('print', { form: 'P7', materialId: id }) }]),
    ...(role === 'director' ? [] : [{ id: 'card.annotate', title: 'card.act.annotate' as const, icon: 'file' as const, run: () => setAnnotating(true) }]),
    ...(role === 'registrar' && !product ? [{ id: 'card.rectify', title: 'card.act.rectify' as const, icon: 'file' as const, run: () => setRectifying(true) }] : []),
    { id: 'card.breach', title: 'card.act.breach', icon: 'breach', run: () => go('breach', { materials: id }) },
  ], [role, id, product]);
  useScreenCommands(commands);
  return (
    <header className={styles['head']}>
      <div className={styles['headLine']}>
        <h2 className={styles['number']}>{row.regNo}</h2>
        <GrifBadge degree={row.degree} full />
        {!row.product && <EvaluationBadge code={row.evaluation} />}
        <StatusBadges row={row} />
      </div>
      <div className={styles['headMore']}>
        <span>{[row.originator, bodyName(row.originator)].filter(Boolean).join(' ')}</span>
        {!row.product && <span>{t('card.head.sender', { number: row.senderNumber, date: showDate(row.senderDate) })}</span>}
        <span>{t(row.product ? 'card.head.prepared' : 'card.head.received', { date: showDate(row.receivedOn) })}</span>
        {row.summary !== '' && <span>{row.summary}</span>}
      </div>
      <Toolbar label={t('card.act.label')}>
        {commands.map((each) => <Button key={each.id} onClick={each.run} {...(each.icon ? { icon: each.icon } : {})}>{t(each.title)}</Button>)}
      </Toolbar>
      {rectifying && <RectifyDrawer row={row} onClose={() => setRectifying(false)} />}
      {annotating && <AnnotateDrawer row={row} onClose={() => setAnnotating(false)} />}
    </header>
  );
}
