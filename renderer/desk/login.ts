import { desk } from './db.ts';

/** Who last worked at this desk: one of the names the door shows anyway. */
export async function rememberedLogin(): Promise<string> {
  try { return (await desk.layouts.get('login'))?.json ?? ''; } catch { return ''; }
}

export async function rememberLogin(login: string): Promise<void> {
  try { await desk.layouts.put({ id: 'login', json: login }); } catch { /* the desk is a convenience */ }
}
