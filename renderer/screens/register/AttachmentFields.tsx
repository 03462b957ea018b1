import { useController } from 'react-hook-form';
import { IconButton } from '../../components/Button.tsx';
import { FileDrop } from '../../components/FileDrop.tsx';
import { ErrorNote } from '../../components/notes.tsx';
import { Progress } from '../../components/Progress.tsx';
import { RefusalList } from '../../components/RefusalList.tsx';
import { registry } from '../../contract/client.ts';
import { useJob } from '../../frame/jobs.ts';
import { showSize } from '../../language/dates.ts';
import { useTexts } from '../../language/texts.ts';
import { useDocumentValues } from './documentForm.ts';
import { useStaging, type Arriving } from './useStaging.ts';
import styles from './register.module.css';

function OnItsWay({ file, cancel }: { readonly file: Arriving; readonly cancel: () => void }) {
  const { t, language } = useTexts();
  const job = useJob(file.jobId);
  const done = job?.done ?? 0;
  return (
    <div className={styles['arriving']}>
      <Progress label={file.running ? file.name : t('register.received.waiting', { name: file.name })} done={done} total={file.size}>
        {`${showSize(done, language)} / ${showSize(file.size, language)}`}
      </Progress>
      <IconButton icon="close" label={t('register.received.cancelFile', { name: file.name })} onClick={cancel} />
    </div>
  );
}

/** Enclosed files of any kind, streamed into the vault at once and taken over by the material when it is registered. */
export function AttachmentFields() {
  const { t } = useTexts();
  const { control, getValues } = useDocumentValues();
  const { field } = useController({ control, name: 'attachments' });
  const { arriving, failed, add, cancel, putAway } = useStaging((file) => field.onChange([...getValues('attachments'), file]));
  const drop = (fileId: string) => {
    field.onChange(getValues('attachments').filter((each) => each.fileId !== fileId));
    // One that is gone already is as dropped as can be.
    void registry.attachments.discard({ fileId }).catch(() => undefined);
  };
  return (
    <>
      <FileDrop label={t('register.received.attachments')} files={field.value.map((each) => ({ key: each.fileId, name: each.name, size: each.size }))} onAdd={add} onRemove={drop} />
      {arriving.map((file) => <OnItsWay key={file.jobId} file={file} cancel={() => cancel(file.jobId)} />)}
      {failed.map((file) => (
        <div key={file.jobId} className={styles['failed']}>
          <div><strong>{t('register.received.notTaken', { name: file.name })}</strong><RefusalList refusals={file.refusals} /><ErrorNote fault={file.fault} /></div>
          <IconButton icon="close" label={t('components.close')} onClick={() => putAway(file.jobId)} />
        </div>
      ))}
    </>
  );
}
