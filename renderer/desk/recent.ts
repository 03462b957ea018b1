import { desk } from './db.ts';

const kept = 8;

/** Ids of commands, newest first; ids of the table only, nothing an officer typed. An unusable desk answers none. */
export async function recentCommands(officer: string): Promise<readonly string[]> {
  try { return (await desk.recentCommands.get(officer))?.commands ?? []; } catch { return []; }
}

export async function rememberCommand(officer: string, id: string): Promise<readonly string[]> {
  const commands = [id, ...(await recentCommands(officer)).filter((each) => each !== id)].slice(0, kept);
  try { await desk.recentCommands.put({ id: officer, commands }); } catch { /* the desk is a convenience */ }
  return commands;
}
