import { Button } from '../../components/Button.tsx';
import { go } from '../../frame/router.ts';
import { useTexts } from '../../language/texts.ts';
import styles from './common.module.css';

const forms = ['P1', 'P2', 'P3', 'P4'] as const;

/** Papers of a package sent: covering letter, inventory, receipt, label. */
export function PackageForms({ packageId }: { readonly packageId: string }) {
  const { t } = useTexts();
  return (
    <div className={styles['actions']}>
      {forms.map((form) => <Button key={form} icon="print" onClick={() => go('print', { form, packageId })}>{t(`packages.forms.${form}`)}</Button>)}
    </div>
  );
}
