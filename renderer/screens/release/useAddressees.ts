import { useMemo } from 'react';
import type { Option } from '../../components/Choice.tsx';
import { registry } from '../../contract/client.ts';
import { useQuestion } from '../../contract/hooks.ts';
import { useSession } from '../../frame/session.ts';
import { useBodyNames, type Bodies, type ListedBody } from '../common/useBodyNames.ts';

export interface Addressees {
  readonly bodies: Bodies;
  /** Authorised bodies on the list today, of States bound today (R23.2). */
  readonly ordinary: readonly Option<string>[];
  /** Observers and third parties: never in the ordinary list (R12.8). */
  readonly outside: readonly Option<string>[];
  /** Channels agreed with any of the bodies named. */
  readonly channelsOf: (codes: readonly string[]) => readonly string[];
}

const isOutside = ({ kind, listed }: ListedBody): boolean => listed && (kind === 'observer' || kind === 'thirdParty');

export function useAddressees(): Addressees {
  const { status } = useSession();
  const bodies = useBodyNames();
  const { value: parties } = useQuestion(registry.reference.parties, { on: status.now.slice(0, 10) });
  return useMemo(() => {
    const bound = new Set((parties ?? []).filter((party) => party.mayExchange).map((party): string => party.state));
    return {
      bodies,
      ordinary: bodies.optionsOf(({ kind, listed, state }) => listed && kind === 'authorised' && state !== null && bound.has(state)),
      outside: bodies.optionsOf(isOutside),
      channelsOf: (codes) => [...new Set(bodies.all.filter(({ code }) => codes.includes(code)).flatMap(({ channels }) => channels.map(({ name }) => name)))],
    };
  }, [bodies, parties]);
}
