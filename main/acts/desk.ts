import type { HouseHandler } from '../context.ts';

/** The window's title bears what is on screen: a grif and a screen's name, nothing of a material. */
export const screenTitle: HouseHandler<'screen.title'> = async ({ degree, screen }, { machine, session }) => {
  const mark = degree === null ? '' : `${degree === 'UPPER' ? '001' : '02'} · `;
  await machine.shell?.title(`${mark}${screen} — Grif${session.demonstrationChosen() ? ' · DEMO' : ''}`);
  return {};
};

export const cancelJob: HouseHandler<'jobs.cancel'> = ({ jobId }, { jobs }) => ({ found: jobs.cancel(jobId) });
