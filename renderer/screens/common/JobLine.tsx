import { Button } from '../../components/Button.tsx';
import { Progress } from '../../components/Progress.tsx';
import { registry } from '../../contract/client.ts';
import { useJob } from '../../frame/jobs.ts';
import { showSize } from '../../language/dates.ts';
import { useTexts } from '../../language/texts.ts';
import styles from './common.module.css';

/** A long step of this screen, by its stage, and the way to stop it. */
export function JobLine({ jobId, label }: { readonly jobId: string; readonly label: string }) {
  const { t, language } = useTexts();
  const job = useJob(jobId);
  const stage = t(job?.stage === undefined ? 'frame.stages.waiting' : `frame.stages.${job.stage}`);
  return (
    <output className={styles['stack']}>
      <Progress label={`${label}: ${stage}`} done={job?.done ?? 0} total={job?.total ?? 0}>
        {job && job.total > 0 ? `${showSize(job.done, language)} / ${showSize(job.total, language)}` : ''}
      </Progress>
      <div className={styles['actions']}>
        <Button icon="close" onClick={() => void registry.jobs.cancel({ jobId }).catch(() => undefined)}>{t('release.seal.stop')}</Button>
      </div>
    </output>
  );
}
