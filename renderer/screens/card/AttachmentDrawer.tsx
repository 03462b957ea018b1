import { useMemo } from 'react';
import type { Degree } from '#app/agreement/grif.ts';
import { Drawer } from '../../components/Dialog.tsx';
import { Definitions } from '../../components/layout.tsx';
import { Empty, ErrorNote } from '../../components/notes.tsx';
import { PdfView } from '../../components/PdfView.tsx';
import { RefusalList } from '../../components/RefusalList.tsx';
import { registry } from '../../contract/client.ts';
import { bytesOf } from '../../contract/bytes.ts';
import { useQuestion } from '../../contract/hooks.ts';
import { showSize } from '../../language/dates.ts';
import { useTexts } from '../../language/texts.ts';
import type { Card } from './CardBody.tsx';
import styles from './card.module.css';

type Viewed = { readonly name: string; readonly kind: 'text' | 'png' | 'jpeg' | 'pdf'; readonly base64: string };

function Shown({ file }: { readonly file: Viewed }) {
  const bytes = useMemo(() => bytesOf(file.base64), [file]);
  if (file.kind === 'pdf') return <PdfView bytes={bytes} label={file.name} />;
  if (file.kind === 'text') {
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolled with the keyboard
    return <section className={styles['verbatim']} data-fixed aria-label={file.name} tabIndex={0}>{new TextDecoder().decode(bytes)}</section>;
  }
  return <img className={styles['picture']} src={`data:image/${file.kind};base64,${file.base64}`} alt={file.name} />;
}

/** An attachment on screen, checked by main against its hash on the way; it is not kept and touches no disk in clear. */
export function AttachmentDrawer({ materialId, degree, file, onClose }: {
  readonly materialId: string; readonly degree: Degree; readonly file: Card['attachments'][number]; readonly onClose: () => void;
}) {
  const { t, language } = useTexts();
  const { value, refusals, fault, asking, again } = useQuestion(registry.attachments.view, { materialId, fileId: file.fileId });
  return (
    <Drawer open onClose={onClose} title={<bdi>{file.name}</bdi>} degree={degree} size="large">
      <div className={styles['viewer']}>
        <Definitions rows={[[t('card.attachments.size'), showSize(file.size, language)], ['SHA-256', <span key="hash" className={styles['mono']}>{file.sha256}</span>]]} />
        <RefusalList refusals={refusals} />
        <ErrorNote fault={fault} again={again} />
        {asking && !value && <Empty icon="file">{t('components.grid.loading')}</Empty>}
        {value && <div className={styles['viewed']}><Shown file={value} /></div>}
      </div>
    </Drawer>
  );
}
