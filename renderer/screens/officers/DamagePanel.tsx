import type { Answer } from '#app/contract/index.ts';
import { Definitions, Panel } from '../../components/layout.tsx';
import { SmallTable } from '../../components/SmallTable.tsx';
import { showVaultPlace } from '../../components/vaultPlace.ts';
import { showDateTime } from '../../language/dates.ts';
import { useTexts } from '../../language/texts.ts';
import styles from './officers.module.css';

type Report = Answer<'vault.damage'>;
const steps = ['way1', 'way2', 'way3', 'way4', 'way5'] as const;

/** What is lost, what stands, since when, and the way out (Art. 11, 12). */
export function DamagePanel({ report: { damage, stands, lastWhole, journalRead } }: { readonly report: Report }) {
  const { t, maybe } = useTexts();
  const actWords = (act: Report['damage'][number]['from']) => (act === null ? t(journalRead ? 'officers.damage.none' : 'officers.damage.journalUnread') : t('officers.damage.sinceAct', { seq: act.seq, at: showDateTime(act.at) }));
  return (
    <Panel title={t('officers.damage.title')}>
      <div className={styles['stack']}>
        <SmallTable label={t('officers.damage.lost')} empty={t('officers.damage.nothing')}
          titles={[t('officers.damage.where'), t('officers.damage.what'), t('officers.damage.since'), t('officers.damage.upTo')]}
          rows={damage.map(({ place, code, from, to }) => ({
            key: place,
            cells: [
              showVaultPlace(place, t), maybe(`officers.damage.code.${code}`) ?? code,
              actWords(from), actWords(to),
            ],
          }))} />
        <Definitions rows={[
          [t('officers.damage.stands'), [t('components.vaultPlace.registry'), ...(stands.length === 0 ? [t('officers.damage.noHoldings')] : stands)].join(', ')],
          [t('officers.damage.lastWhole'), lastWhole === null ? t(journalRead ? 'officers.damage.never' : 'officers.damage.journalUnread') : showDateTime(lastWhole)],
        ]} />
        <section>
          <h3 className={styles['wayTitle']}>{t('officers.damage.wayTitle')}</h3>
          <ol className={styles['way']}>{steps.map((step) => <li key={step}>{t(`officers.damage.${step}`)}</li>)}</ol>
        </section>
      </div>
    </Panel>
  );
}
