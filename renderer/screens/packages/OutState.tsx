import type { Answer } from '#app/contract/index.ts';
import { StatusBadge, type Tone } from '../../components/badges.tsx';
import { useTexts } from '../../language/texts.ts';

export type OutRow = Answer<'outgoing.page'>['rows'][number];

const tones: Readonly<Record<OutRow['state'], Tone>> = { started: 'warn', written: 'warn', void: 'neutral', receiptReturned: 'good' };

/** What has become of a package's number. */
export function OutState({ row }: { readonly row: Pick<OutRow, 'state'> }) {
  const { t } = useTexts();
  return <StatusBadge tone={tones[row.state]}>{t(`packages.state.${row.state}`)}</StatusBadge>;
}
