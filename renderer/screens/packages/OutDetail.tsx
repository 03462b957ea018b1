import { outgoing } from '#app/contract/exchange.ts';
import { DateField } from '../../components/DateField.tsx';
import { makeForm } from '../../components/form/makeForm.tsx';
import { Row } from '../../components/form/Row.tsx';
import { Definitions } from '../../components/layout.tsx';
import { ErrorNote } from '../../components/notes.tsx';
import { RefusalList } from '../../components/RefusalList.tsx';
import { TextField } from '../../components/TextField.tsx';
import { toast } from '../../components/Toast.ts';
import { registry } from '../../contract/client.ts';
import { useQuestion } from '../../contract/hooks.ts';
import { useSession } from '../../frame/session.ts';
import { showDate, showDateTime } from '../../language/dates.ts';
import { useTexts } from '../../language/texts.ts';
import common from '../common/common.module.css';
import { DetailPane, focusPane } from '../common/DetailPane.tsx';
import { PackageForms } from '../common/PackageForms.tsx';
import { OutState } from './OutState.tsx';

const { Frame, Field } = makeForm(outgoing.receipt.input);
const fieldOf = { 'date.inFuture': 'date', 'date.order': 'date' } as const;

/** A package sent: its papers, and the receipt when it comes back. */
export function OutDetail({ packageId, nameOf, onClose }: { readonly packageId: string; readonly nameOf: (code: string) => string; readonly onClose: () => void }) {
  const { t, maybe } = useTexts();
  const { officer } = useSession();
  const { value: row, refusals, fault, again } = useQuestion(registry.outgoing.card, { packageId });
  return (
    <DetailPane label={t('packages.one')} title={row ? t('packages.oneNumber', { number: row.number }) : t('packages.one')} onClose={onClose}>
      <ErrorNote fault={fault} again={again} />
      <RefusalList refusals={refusals} />
      {row && (
        <>
          <Definitions rows={[
            [t('packages.columns.state'), <OutState key="s" row={row} />],
            [t('packages.columns.recipient'), nameOf(row.recipient)],
            [t('packages.columns.sealedAt'), showDateTime(row.sealedAt)],
            [t('packages.columns.items'), String(row.items)],
            [t('packages.columns.channel'), row.channel],
            ...(row.sha256 === null ? [] : [[t('release.sealed.hash'), <span key="h" className={common['mono']}>{row.sha256}</span>] as const]),
            ...(row.voidCode === null ? [] : [[t('packages.voidWhy'), maybe(`refusals.codes.${row.voidCode}`) ?? row.voidCode] as const]),
            ...(row.receiptAt === null ? [] : [[t('packages.columns.receiptAt'), showDate(row.receiptAt)] as const]),
          ]} />
          {row.sha256 !== null && officer.role !== 'analyst' && <PackageForms packageId={row.id} />}
          {row.state === 'written' && officer.role === 'registrar' && (
            <Frame initial={{ packageId, number: '', date: '' }} label={t('packages.receipt.title')} save={t('packages.receipt.save')} send={registry.outgoing.receipt} draft={`receipt.${packageId}`}
              fieldOf={fieldOf} onDone={() => { toast(t('packages.receipt.done')); focusPane(); }}>
              <Row>
                <Field name="number">{(field) => <TextField {...field} label={t('packages.receipt.number')} maxLength={60} />}</Field>
                <Field name="date">{(field) => <DateField {...field} label={t('packages.receipt.date')} required />}</Field>
              </Row>
            </Frame>
          )}
        </>
      )}
    </DetailPane>
  );
}
