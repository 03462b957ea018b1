import demonstration from '#assets/scenarios/demonstration.json' with { type: 'json' };
import type { Job } from '../jobs.ts';
import { demonstrationPassphrase } from './demonstration.ts';
import { parseScenario } from './load.ts';
import { play } from './player.ts';
import { surpriseLines } from './tell.ts';

export interface Place {
  readonly assets: string;
  readonly version: string;
}

/**
 * Makes the demonstration vault in `folder` (it comes to lie in `folder/vault`) by playing a scenario: every fictional
 * record in it went through the same acts and rules as a real one. Without papers, so it needs no printer.
 */
export const fillDemonstration = ({ assets, version }: Place) => async (folder: string, { progress, signal }: Job): Promise<void> => {
  const scenario = parseScenario(demonstration, 'demonstration');
  const surprise = await play(scenario, {
    folder, assets, version, signal, passphrase: demonstrationPassphrase, workstation: 'DEMO-01', makesDemonstration: true,
    onStep: ({ number, of }) => progress('demonstration', number, of),
  });
  if (surprise !== null) throw new Error(surpriseLines(surprise).join('\n'));
};
