import type { Role } from '#app/access/roles.ts';
import { GrifBadge, StatusBadge } from '../../components/badges.tsx';
import { Button } from '../../components/Button.tsx';
import { Definitions, Panel } from '../../components/layout.tsx';
import { showDate } from '../../language/dates.ts';
import { useTexts } from '../../language/texts.ts';
import type { BodyRow } from './BodiesTab.tsx';
import { useStates } from '../common/useStates.ts';
import styles from './reference.module.css';

export type BodyAct = 'alter' | 'end' | 'channels' | 'keys';

export function BodyDetail({ body, role, onAct }: { readonly body: BodyRow; readonly role: Role; readonly onAct: (act: BodyAct) => void }) {
  const { t, language } = useTexts();
  const { nameOf } = useStates();
  const { notifyingLetter: letter, keys } = body;
  // The Centre's own keys stand below; it is not notified by anybody.
  const centre = body.kind === 'centre';
  const acts: readonly BodyAct[] = centre ? [] : role === 'director' ? ['alter', 'channels', 'keys', ...(body.listedTo === null ? ['end' as const] : [])] : role === 'security' ? ['keys'] : [];
  return (
    <Panel title={`${body.code} ${body.names[language]}`}>
      <div className={styles['stack']}>
        <Definitions rows={[
          [t('reference.bodies.kind'), t(`reference.bodies.kinds.${body.kind}`)],
          [t('reference.bodies.state'), body.state === null ? t('reference.bodies.noState') : nameOf(body.state)],
          [t('reference.bodies.names'), (['ru', 'kk', 'en'] as const).map((each) => <div key={each} lang={each}>{body.names[each]}</div>)],
          [t('reference.bodies.period'), <span key="period">{showDate(body.listedFrom)} — {body.listedTo === null ? t('reference.bodies.lasting') : showDate(body.listedTo)} <StatusBadge tone={body.listed ? 'good' : 'neutral'}>{t(body.listed ? 'reference.bodies.listed' : 'reference.bodies.notListed')}</StatusBadge></span>],
          [t('reference.bodies.letter'), t('reference.bodies.letterLine', { number: letter.number, date: showDate(letter.date), channel: letter.channel })],
          ...(body.listings.length < 2 ? [] : [[t('reference.bodies.history'), (
            <ul key="history" className={styles['channels']}>
              {body.listings.map((one) => (
                <li key={one.listedFrom}>{showDate(one.listedFrom)} — {one.listedTo === null ? t('reference.bodies.lasting') : showDate(one.listedTo)}, <span className={styles['dim']}>{t('reference.bodies.letterLine', { number: one.notifyingLetter.number, date: showDate(one.notifyingLetter.date), channel: one.notifyingLetter.channel })}</span></li>
              ))}
            </ul>
          )] as const]),
          ...(body.successor === null ? [] : [[t('reference.bodies.successor'), body.successor] as const]),
          [t('reference.bodies.channels'), body.channels.length === 0 ? t('reference.bodies.noChannels') : (
            <ul key="channels" className={styles['channels']}>
              {body.channels.map((channel) => <li key={channel.name}>{channel.name} <GrifBadge degree={channel.highest} /> <span className={styles['dim']}>{channel.reference}</span></li>)}
            </ul>
          )],
          ...(centre ? [] : [[t('reference.bodies.fingerprint'), body.fingerprint === null ? t('reference.bodies.noKeys') : <code key="print" className={styles['fingerprint']}>{body.fingerprint}</code>] as const]),
          ...(keys === null ? [] : [[t('reference.bodies.keysDocument'), keys.document] as const]),
        ]} />
        {acts.length > 0 && <div className={styles['acts']}>{acts.map((act) => <Button key={act} onClick={() => onAct(act)}>{t(`reference.bodies.act.${act}`)}</Button>)}</div>}
      </div>
    </Panel>
  );
}
