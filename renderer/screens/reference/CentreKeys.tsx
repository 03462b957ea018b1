import { Definitions, Panel } from '../../components/layout.tsx';
import { ErrorNote } from '../../components/notes.tsx';
import { registry } from '../../contract/client.ts';
import { useQuestion } from '../../contract/hooks.ts';
import { useTexts } from '../../language/texts.ts';
import styles from './reference.module.css';

const nothing = {};
const inGroups = (hex: string) => hex.match(/.{1,8}/g)?.join(' ') ?? hex;

/** The Centre's own public keys: read off the screen or off paper, never through the clipboard. */
export function CentreKeys() {
  const { t } = useTexts();
  const { value: keys, fault, again } = useQuestion(registry.reference.centreKeys, nothing);
  return (
    <Panel title={t('reference.bodies.centre.title')}>
      <ErrorNote fault={fault} again={again} />
      {keys && (
        <div className={styles['stack']}>
          <Definitions rows={[
            [t('reference.bodies.fingerprint'), <code key="print" className={styles['fingerprint']}>{keys.fingerprint}</code>],
            [t('reference.bodies.box'), <code key="box" className={styles['key']}>{inGroups(keys.box)}</code>],
            [t('reference.bodies.sign'), <code key="sign" className={styles['key']}>{inGroups(keys.sign)}</code>],
          ]} />
          <p className={styles['dim']}>{t('reference.bodies.centre.how')}</p>
        </div>
      )}
    </Panel>
  );
}
