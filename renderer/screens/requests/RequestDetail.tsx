import { Button } from '../../components/Button.tsx';
import { RadioField } from '../../components/CheckField.tsx';
import { DateField } from '../../components/DateField.tsx';
import { Row } from '../../components/form/Row.tsx';
import { Definitions } from '../../components/layout.tsx';
import { ErrorNote, Note } from '../../components/notes.tsx';
import { RefusalList } from '../../components/RefusalList.tsx';
import { TextArea, TextField } from '../../components/TextField.tsx';
import { toast } from '../../components/Toast.ts';
import { registry } from '../../contract/client.ts';
import { useQuestion } from '../../contract/hooks.ts';
import { go } from '../../frame/router.ts';
import { useSession } from '../../frame/session.ts';
import { showDate, showDateTime } from '../../language/dates.ts';
import { useTexts } from '../../language/texts.ts';
import { DetailPane, focusPane } from '../common/DetailPane.tsx';
import { RequestStatus } from './columns.tsx';
import { judgements, JustifyField, JustifyFrame } from './justifyForm.ts';

const fieldOf = { 'request.reasonMissing': 'reason', 'date.inFuture': 'date', 'date.order': 'date' } as const;
const nothing = {};

/** One request; where it waits for its justification, the registrar records the document that brought it (Art. 12). */
export function RequestDetail({ requestId, nameOf, onClose }: { readonly requestId: string; readonly nameOf: (code: string) => string; readonly onClose: () => void }) {
  const { t } = useTexts();
  const { officer } = useSession();
  const { value, refusals, fault, again } = useQuestion(registry.requests.list, nothing, ['materials']);
  const row = value?.find(({ id }) => id === requestId);
  return (
    <DetailPane label={t('requests.one')} title={row ? `${t('requests.one')} ${row.number}` : t('requests.one')} onClose={onClose}>
      <ErrorNote fault={fault} again={again} />
      <RefusalList refusals={refusals} />
      {row && (
        <>
          <Definitions rows={[
            [t('requests.columns.status'), <RequestStatus key="s" row={row} />],
            [t('requests.columns.from'), nameOf(row.from)],
            [t('requests.columns.date'), showDate(row.date)],
            [t('requests.columns.kind'), t(`requests.kind.${row.kind}`)],
            ...(row.validTo === null ? [] : [[t('requests.validTo'), showDate(row.validTo)] as const]),
            [t('requests.columns.topic'), row.topic],
            [t('requests.personalData'), t(row.personalData ? 'components.yes' : 'components.no')],
            ...(row.justification === '' ? [] : [[t('requests.justification'), row.justification] as const]),
            ...(row.justified === null ? [] : [[t('requests.justifiedBy'), t('requests.documentOf', { number: row.justified.number, date: showDate(row.justified.date) })] as const]),
            ...(row.rejected === null ? [] : [[t('requests.rejectedBy'), t('requests.rejectedWhy', { ...row.rejected, date: showDate(row.rejected.date) })] as const]),
            ...(row.letter === null ? [] : [[t('requests.letter'), row.letter.issuedOn === null ? t('requests.letterDraft') : t('requests.letterSent', { date: showDate(row.letter.issuedOn) })] as const]),
            [t('requests.columns.recordedAt'), showDateTime(row.recordedAt)],
            [t('requests.columns.answers'), String(row.answers)],
            [t('requests.columns.sent'), String(row.sent)],
          ]} />
          {row.status === 'awaitsJustification' && <Note tone="info">{t('requests.waits')}</Note>}
          {row.letter !== null && <span><Button icon="notice" onClick={() => go('notices', { noticeId: row.letter?.noticeId ?? '' })}>{t('requests.toLetter')}</Button></span>}
          {row.status === 'awaitsJustification' && officer.role === 'registrar' && (
            <JustifyFrame key={row.letter?.noticeId ?? ''} initial={{ requestId, justification: '', number: '', date: '', judged: null, reason: '' }} label={t('requests.justify.title')} save={t('requests.justify.save')} send={registry.requests.justify}
              draft={`justify.${requestId}`} fieldOf={fieldOf} onDone={({ noticeId }) => { toast(t(noticeId === null ? 'requests.justify.done' : 'requests.justify.again')); focusPane(); }}>
              <JustifyField name="justification">{(field) => <TextArea {...field} rows={3} label={t('requests.justify.text')} required />}</JustifyField>
              <Row>
                <JustifyField name="number">{(field) => <TextField {...field} label={t('requests.justify.number')} maxLength={60} required />}</JustifyField>
                <JustifyField name="date">{(field) => <DateField {...field} label={t('requests.justify.date')} required />}</JustifyField>
              </Row>
              <JustifyField name="judged">{(field) => <RadioField {...field} label={t('requests.justify.judged')} required choices={judgements.map((each) => ({ value: each, label: t(`requests.justify.${each}`) }))} />}</JustifyField>
              <JustifyField name="reason">{(field) => <TextField {...field} label={t('requests.justify.reason')} maxLength={1000} />}</JustifyField>
            </JustifyFrame>
          )}
        </>
      )}
    </DetailPane>
  );
}
