import { Panel } from '../../components/layout.tsx';
import type { Result } from '../../contract/client.ts';
import { registry } from '../../contract/client.ts';
import { useTexts } from '../../language/texts.ts';
import type { Answer } from '#app/contract/index.ts';
import { isStateCode } from '#app/agreement/states.ts';
import { CarrierFields } from './CarrierFields.tsx';
import { CentreFields } from './CentreFields.tsx';
import { DocumentFrame, emptyDocument, type DocumentInput } from './documentForm.ts';
import { GrifFields } from './GrifFields.tsx';
import type { PackageCard } from './PackageHead.tsx';
import { ReceivedFields } from './ReceivedFields.tsx';
import type { Registered } from './Receipt.tsx';
import { ReferenceFields } from './ReferenceFields.tsx';
import { useMarkingReader } from './senderMarking.ts';
import { SimilarPane } from './SimilarPane.tsx';
import { takeOver } from './staging.ts';
import styles from './register.module.css';

/** Where a rule's refusal belongs, for those that main cannot place. */
const fieldOf = {
  'grif.belowSenders': 'degree', 'grif.higherNeedsReason': 'higherReason', 'marking.aboveAnnex1': 'asReceived.marking', 'marking.none': 'asReceived.marking',
  'marking.unknown': 'asReceived.marking', 'basis.requestMissing': 'requestId', 'request.notFound': 'requestId', 'request.otherBody': 'requestId', 'request.unfit': 'requestId',
  'evaluation.invalid': 'evaluation.typed', 'reference.missing': 'senderNumber', 'date.inFuture': 'senderDate', 'date.order': 'senderDate',
  'count.copyBeyondTotal': 'carrier.copyNo', 'material.senderNumberTaken': 'senderNumber',
} as const;

/** Step two: a document of the package, in the order of the paper card; what resembles it stands beside it. */
export function DocumentForm({ card, supplementOf, onRegistered }: { readonly card: PackageCard; readonly supplementOf: string | null; readonly onRegistered: (registered: Registered) => void }) {
  const { t } = useTexts();
  const sender = card.sender.kind === 'listed' ? card.sender.body : '';
  const state = sender.slice(0, 2);
  const read = useMarkingReader(sender, card.receivedAt.slice(0, 10));
  /** A person's reading counts only where the table has none: what was typed before the stamp was corrected is not sent (R2.1). */
  const send = (input: DocumentInput): Promise<Result<Answer<'materials.register'>>> => {
    const { arriving: _, ...draft } = input;
    const { degree, reason } = draft.markingReadAs;
    const unknown = read?.(input.asReceived.marking).kind === 'unknown';
    return registry.materials.register({ ...draft, markingReadAs: unknown && degree !== null && reason !== '' ? { degree, reason } : null });
  };
  return (
    <DocumentFrame initial={emptyDocument(card.id, isStateCode(state) ? state : null, supplementOf)} label={t('register.document.title')} draft={`register.document.${card.id}`}
      save={t('register.document.save')} send={send} fieldOf={fieldOf} onDone={(answer, input) => {
        takeOver(card.id, input.attachments.map(({ fileId }) => fileId));
        onRegistered({ answer, input });
      }}>
      <div className={styles['document']}>
        <div className={styles['sections']}>
          <Panel title={t('register.document.title')}><div className={styles['section']}><ReferenceFields sender={sender} /><CarrierFields /></div></Panel>
          <Panel title={t('register.received.title')}><div className={styles['section']}><ReceivedFields /></div></Panel>
          <Panel title={t('register.centre.title')}><div className={styles['section']}><GrifFields read={read} /><CentreFields /></div></Panel>
        </div>
        <aside className={styles['aside']} aria-label={t('register.similar.title')}><SimilarPane /></aside>
      </div>
    </DocumentFrame>
  );
}
