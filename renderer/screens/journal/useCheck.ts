import type { JobStage } from '#app/contract/stages.ts';
import { registry } from '../../contract/client.ts';
import { useCommand } from '../../contract/hooks.ts';
import { useJobs } from '../../frame/jobs.ts';
import { keepVerdict } from './useVerdict.ts';

/** Stages of the check, which main begins under an id of its own. */
const stages: ReadonlySet<JobStage | undefined> = new Set<JobStage>(['journal', 'projections']);

/** The check of the whole vault (R11.4): its running job, its result through `useVerdict`. */
export function useCheck() {
  const check = useCommand(registry.vault.check);
  const job = useJobs().find((each) => stages.has(each.stage));
  const run = () => void check.run({}).then((verdict) => { if (verdict) keepVerdict(verdict); });
  const cancel = () => { if (job) void registry.jobs.cancel({ jobId: job.id }).catch(() => undefined); };
  return { ...check, job: check.running ? job : undefined, run, cancel };
}
