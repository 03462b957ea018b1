import { useSession } from '../../frame/session.ts';
import { useDamage } from '../../frame/useDamage.ts';
import { Accounts } from './Accounts.tsx';
import { ClockPanel } from './ClockPanel.tsx';
import { DamagePanel } from './DamagePanel.tsx';
import { OwnPassphrase } from './OwnPassphrase.tsx';
import { VaultPanel } from './VaultPanel.tsx';
import styles from './officers.module.css';

/** Who may open the vault, one's own passphrase, and whether the vault is whole. Nothing of a material is here. */
export default function OfficersScreen() {
  const { status, officer } = useSession();
  const report = useDamage();
  const checks = officer.role === 'director' || officer.role === 'security';
  return (
    <div className={styles['screen']}>
      {status.clockSetBack && <ClockPanel setBack={status.clockSetBack} director={officer.role === 'director'} />}
      {report && report.damage.length > 0 && <DamagePanel report={report} />}
      {(checks || officer.role === 'administrator') && <Accounts />}
      <div className={styles['two']}>
        <OwnPassphrase />
        <VaultPanel mayCheck={checks} />
      </div>
    </div>
  );
}
