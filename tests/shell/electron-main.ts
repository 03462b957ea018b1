import { resolve } from 'node:path';
import { createElectronPrinter } from '#main/shell/electron/printer.ts';
import { createElectronShell } from '#main/shell/electron/shell.ts';
import { trialBridge } from './program.ts';

/** Entry of the Electron side of the shell tests; bundled by the fixture, which names the folders. */
const dataFolder = process.env['GRIF_TRIAL_DATA'];
const rendererFolder = process.env['GRIF_TRIAL_PAGE'];
if (!dataFolder || !rendererFolder) throw new Error('GRIF_TRIAL_DATA and GRIF_TRIAL_PAGE are needed');
const shell = createElectronShell({ dataFolder: resolve(dataFolder), rendererFolder: resolve(rendererFolder) });
const printer = createElectronPrinter();
void shell.open(trialBridge(shell, printer), { title: 'Trial' }).then(() => shell.closed()).then(() => process.exit(0));
