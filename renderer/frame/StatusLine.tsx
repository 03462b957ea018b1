import { IconButton } from '../components/Button.tsx';
import { Keys } from '../components/Keys.tsx';
import { Progress } from '../components/Progress.tsx';
import { registry } from '../contract/client.ts';
import type { Job } from '../contract/events.ts';
import { showDateTime, showNumber, showSize } from '../language/dates.ts';
import { useTexts } from '../language/texts.ts';
import { useJobs } from './jobs.ts';
import { useSession } from './session.ts';
import styles from './Frame.module.css';

function OneJob({ job }: { readonly job: Job }) {
  const { t, language } = useTexts();
  const amount = (n: number) => (job.unit === 'bytes' ? showSize(n, language) : showNumber(n));
  const stage = t(job.stage === undefined ? 'frame.longStep' : `frame.stages.${job.stage}`);
  return (
    <div className={styles['job']}>
      <div className={styles['jobBar']}>
        <Progress label={`${stage.charAt(0).toUpperCase()}${stage.slice(1)}`} done={job.done} total={job.total}>
          {job.total > 0 ? t('frame.jobOf', { done: amount(job.done), total: amount(job.total) }) : amount(job.done)}
        </Progress>
      </div>
      <IconButton icon="close" label={t('frame.cancelJob')} onClick={() => { void registry.jobs.cancel({ jobId: job.id }).catch(() => undefined); }} />
    </div>
  );
}

export function StatusLine() {
  const { t } = useTexts();
  const { status } = useSession();
  const jobs = useJobs();
  return (
    <footer className={styles['status']}>
      <span className={styles['hint']}><Keys shortcut="palette" /> {t('frame.paletteHint')}</span>
      <span className={styles['hint']}><Keys shortcut="sheet" /> {t('frame.sheetHint')}</span>
      <output className={styles['jobs']}>{jobs.map((job) => <OneJob key={job.id} job={job} />)}</output>
      <span className={styles['hint']}>{t('frame.idle', { count: status.idleMinutes })}</span>
      {status.lastUnlock && <span className={styles['hint']}>{t('frame.lastUnlock', { at: showDateTime(status.lastUnlock.at), login: status.lastUnlock.login })}</span>}
    </footer>
  );
}
