import { useEffect } from 'react';
import { useController } from 'react-hook-form';
import { IconButton } from '../../components/Button.tsx';
import { FileDrop } from '../../components/FileDrop.tsx';
import { ErrorNote, Note } from '../../components/notes.tsx';
import { Progress } from '../../components/Progress.tsx';
import { RefusalList } from '../../components/RefusalList.tsx';
import { registry } from '../../contract/client.ts';
import { useJob } from '../../frame/jobs.ts';
import { useStore } from '../../frame/store.ts';
import { showSize } from '../../language/dates.ts';
import { useTexts } from '../../language/texts.ts';
import { useDocumentValues } from './documentForm.ts';
import { cancelStaging, forgetOnLock, putAway, stageFiles, stagingOf, takeOver, type Arriving } from './staging.ts';
import styles from './register.module.css';

function OnItsWay({ file }: { readonly file: Arriving }) {
  const { t, language } = useTexts();
  const done = useJob(file.jobId)?.done ?? 0;
  return (
    <div className={styles['arriving']}>
      <Progress label={file.running ? file.name : t('register.received.waiting', { name: file.name })} done={done} total={file.size}>
        {`${showSize(done, language)} / ${showSize(file.size, language)}`}
      </Progress>
      <IconButton icon="close" label={t('register.received.cancelFile', { name: file.name })} onClick={() => cancelStaging(file.jobId)} />
    </div>
  );
}

/** Enclosed files of any kind, streamed into the vault at once and taken over by the material when it is registered. */
export function AttachmentFields() {
  const { t } = useTexts();
  const { control, getValues } = useDocumentValues();
  const packageId = getValues('packageId');
  const { field } = useController({ control, name: 'attachments' });
  const { field: count, fieldState } = useController({ control, name: 'arriving' });
  const { arriving, arrived, failed } = useStore(stagingOf(packageId));
  const { value, onChange } = field;
  useEffect(forgetOnLock, []);
  // What came in while the officer was elsewhere joins the draft when its form is here again, also after it was restored.
  useEffect(() => {
    const missing = arrived.filter((file) => !value.some((each) => each.fileId === file.fileId));
    if (missing.length > 0) onChange([...value, ...missing]);
  }, [arrived, value, onChange]);
  const { value: counted, onChange: recount } = count;
  useEffect(() => { if (counted !== arriving.length) recount(arriving.length); }, [counted, arriving.length, recount]);
  const drop = (fileId: string) => {
    takeOver(packageId, [fileId]);
    onChange(value.filter((each) => each.fileId !== fileId));
    // One that is gone already is as dropped as can be.
    void registry.attachments.discard({ fileId }).catch(() => undefined);
  };
  return (
    <>
      <FileDrop label={t('register.received.attachments')} files={value.map((each) => ({ key: each.fileId, name: each.name, size: each.size }))} onAdd={(files) => stageFiles(packageId, files)} onRemove={drop} />
      {arriving.map((file) => <OnItsWay key={file.jobId} file={file} />)}
      {fieldState.error && arriving.length > 0 && <Note tone="warn">{t('register.received.stillArriving')}</Note>}
      {failed.map((file) => (
        <div key={file.jobId} className={styles['failed']}>
          <div><strong>{t('register.received.notTaken', { name: file.name })}</strong><RefusalList refusals={file.refusals} /><ErrorNote fault={file.fault} /></div>
          <IconButton icon="close" label={t('components.close')} onClick={() => putAway(packageId, file.jobId)} />
        </div>
      ))}
    </>
  );
}
