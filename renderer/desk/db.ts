import { Dexie, type EntityTable } from 'dexie';

/** A draft as main sealed it; the renderer cannot read it back without main and its officer's open session. */
export interface StoredDraft { id: string; officer: string; sealed: string; at: string }
/** Names, columns and widths only. What a view filters by may be typed words, so it is sealed like a draft. */
export interface StoredView { id: string; officer: string; list: string; sealed: string }
export interface StoredLayout { id: string; json: string }
export interface StoredRecent { id: string; commands: string[] }

type Desk = Dexie & {
  drafts: EntityTable<StoredDraft, 'id'>;
  savedViews: EntityTable<StoredView, 'id'>;
  layouts: EntityTable<StoredLayout, 'id'>;
  recentCommands: EntityTable<StoredRecent, 'id'>;
};

function openDesk(): Desk {
  const desk = new Dexie('desk', { chromeTransactionDurability: 'strict' }) as Desk;
  desk.version(1).stores({ drafts: 'id, officer', savedViews: 'id, [officer+list]', layouts: 'id', recentCommands: 'id' });
  return desk;
}

/**
 * The officer's desk in IndexedDB: a convenience that may be wiped at any time, never the record of truth.
 * No clear text of a material ever reaches it: LevelDB keeps what was once written, also after `clear`.
 */
export const desk: Desk = openDesk();
