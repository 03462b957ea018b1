/** Stages of main's long steps, as the signal `job` names them; each has its words under `frame.stages` in every language. */
export const jobStages = ['demonstration', 'papers', 'sealing', 'flushing', 'readingBack', 'verifying', 'quarantine', 'stores', 'journal', 'projections', 'rekeying', 'copying', 'opening'] as const;
export type JobStage = (typeof jobStages)[number];
