import { useState } from 'react';
import { Empty, ErrorNote } from '../../components/notes.tsx';
import { RefusalList } from '../../components/RefusalList.tsx';
import { registry } from '../../contract/client.ts';
import { useQuestion } from '../../contract/hooks.ts';
import { useTexts } from '../../language/texts.ts';
import { DocumentForm } from './DocumentForm.tsx';
import { PackageHead } from './PackageHead.tsx';
import { Receipt, type Registered } from './Receipt.tsx';
import styles from './register.module.css';

/** The documents of one package, one after another. */
export function DocumentStep({ packageId, supplementOf }: { readonly packageId: string; readonly supplementOf: string | null }) {
  const { t } = useTexts();
  const { value: card, refusals, fault, again } = useQuestion(registry.incoming.card, { packageId }, ['materials']);
  const [registered, setRegistered] = useState<Registered | undefined>();
  if (!card) return <><RefusalList refusals={refusals} /><ErrorNote fault={fault} again={again} /></>;
  return (
    <div className={styles['step']}>
      <PackageHead card={card} />
      {registered && <Receipt registered={registered} card={card} next={() => setRegistered(undefined)} />}
      {!registered && card.sender.kind === 'listed' && <DocumentForm card={card} supplementOf={supplementOf} onRegistered={setRegistered} />}
      {card.sender.kind === 'unlisted' && <Empty icon="incoming">{t('register.head.unlisted')}</Empty>}
    </div>
  );
}
