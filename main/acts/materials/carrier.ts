import { carrierCode } from '#app/materials/carrierCode.ts';
import type { Context } from '../../context.ts';
import { openHoldings } from '../lookup.ts';
import { carrierTaken } from '../../vault/queries/materials.ts';

/** A label's code that no carrier bears yet: drawn at random, since a running number would tell how many there are (R7.5). */
export function freshCarrierCode({ vault, machine }: Context): string {
  for (;;) {
    const bytes = machine.random(6);
    const drawn = bytes.reduce((sum, byte) => sum * 256 + byte, 0) % 1_000_000_000;
    const code = carrierCode(String(drawn).padStart(9, '0'));
    if (!openHoldings(vault).some(({ db }) => carrierTaken(db, code))) return code;
  }
}
