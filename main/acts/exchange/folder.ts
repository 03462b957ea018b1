import type { HouseHandler } from '../../context.ts';

/** Where no window can ask, the officer types the folder's path. */
export const askFolder: HouseHandler<'media.askFolder'> = async (_, { machine }) => {
  const path = await machine.shell?.askFolder();
  return { path: path ?? null, supported: machine.shell !== undefined };
};
