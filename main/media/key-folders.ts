import { listMedia } from './media.ts';

/** Where a key file is looked for: the folder that was chosen, or every removable medium. */
export const keyFolders = async (chosen: string | null): Promise<readonly string[]> => (chosen === null ? (await listMedia()).media.map(({ folder }) => folder) : [chosen]);
