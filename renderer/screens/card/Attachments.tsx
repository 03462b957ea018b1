import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { SmallTable } from '../../components/SmallTable.tsx';
import { showSize } from '../../language/dates.ts';
import { useTexts } from '../../language/texts.ts';
import { AttachmentDrawer } from './AttachmentDrawer.tsx';
import type { Card } from './CardBody.tsx';
import styles from './card.module.css';

export function Attachments({ card }: { readonly card: Card }) {
  const { t, language } = useTexts();
  const [shown, setShown] = useState<Card['attachments'][number] | undefined>();
  return (
    <>
      <SmallTable label={t('card.attachments.title')} empty={t('card.attachments.none')} ends={[1, 3]}
        titles={[t('card.attachments.name'), t('card.attachments.size'), 'SHA-256', '']}
        rows={card.attachments.map((file) => ({
          key: file.fileId,
          cells: [
            <bdi key="name">{file.name}</bdi>, <span key="size" className={styles['nowrap']}>{showSize(file.size, language)}</span>, <span key="hash" className={styles['mono']} title={file.sha256}>{file.sha256.slice(0, 16)}…</span>,
            <Button key="view" icon="file" onClick={() => setShown(file)} label={`${t('card.attachments.view')}: ${file.name}`}>{t('card.attachments.view')}</Button>,
          ],
        }))} />
      {shown && <AttachmentDrawer materialId={card.row.id} degree={card.row.degree} file={shown} onClose={() => setShown(undefined)} />}
    </>
  );
}
