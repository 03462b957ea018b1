import { createContext, use } from 'react';
import type { z } from 'zod';
import type { Role } from '#app/access/roles.ts';
import type { session } from '#app/contract/session.ts';

export type Status = z.output<(typeof session)['status']['answer']>;
export interface Officer { readonly id: string; readonly login: string; readonly name: string; readonly role: Role }

export interface Session {
  readonly status: Status;
  readonly officer: Officer;
  /** Seals the drafts that are being written, then tells main to lock. Never asks anything. */
  readonly lock: () => void;
  readonly ask: () => void;
}

export const SessionContext = createContext<Session | undefined>(undefined);

/** The open session. Only inside the frame. */
export function useSession(): Session {
  const found = use(SessionContext);
  if (!found) throw new Error('no open session');
  return found;
}
