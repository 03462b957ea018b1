import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { Choice } from '../../components/Choice.tsx';
import { ErrorNote, Note } from '../../components/notes.tsx';
import { RefusalList } from '../../components/RefusalList.tsx';
import { registry } from '../../contract/client.ts';
import { useCommand, useQuestion } from '../../contract/hooks.ts';
import { useTexts } from '../../language/texts.ts';
import { useShortcut } from '../../shortcuts/useShortcut.ts';
import styles from './print.module.css';

const nothing = {};

/** Prints the document shown, and says under which reference the journal has it (Art. 11). */
export function ToPrinter({ printId, number, copies }: { readonly printId: string; readonly number: string; readonly copies: number }) {
  const { t } = useTexts();
  const printers = useQuestion(registry.documents.printers, nothing);
  const command = useCommand(registry.documents.print);
  const [chosen, setChosen] = useState<string | null>(null);
  const [done, setDone] = useState<string | undefined>();
  const names = printers.value ?? [];
  const printer = chosen ?? (names.length === 1 ? names[0] ?? null : null);
  const print = async () => {
    if (printer === null || command.running) return;
    if (await command.run({ printId, printer, copies })) setDone(printer);
  };
  useShortcut('print', () => void print());
  return (
    <div className={styles['settings']}>
      <Choice label={t('print.printer')} choices={names.map((value) => ({ value, label: value }))} value={printer} onChange={setChosen} disabled={names.length === 0} required />
      {printers.value && names.length === 0 && (
        <>
          <Note tone="warn">{t('print.noPrinters')}</Note>
          <Button icon="refresh" onClick={printers.again}>{t('print.seekPrinters')}</Button>
        </>
      )}
      <Button tone="main" icon="print" shortcut="print" busy={command.running} disabled={printer === null} onClick={() => void print()}>{t('print.print', { count: copies })}</Button>
      <ErrorNote fault={printers.fault ?? command.fault} again={printers.again} />
      <RefusalList refusals={[...printers.refusals, ...command.refusals]} />
      {done !== undefined && <Note tone="info"><strong>{t('print.done', { count: copies, printer: done })}</strong><span>{t('print.reference', { number, event: printId.slice(0, 10) })}</span></Note>}
    </div>
  );
}
