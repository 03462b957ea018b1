import type { MaterialRecord } from '#app/materials/acts.ts';
import { materialRegistered } from '#app/materials/acts.ts';
import { readEvaluation } from '#app/agreement/evaluation.ts';
import { actOf } from '#app/journal/kind.ts';
import { formatNumber } from '#app/materials/numbering.ts';
import { carrierCode } from '#app/materials/carrierCode.ts';
import { settableClock } from '#main/clock.ts';
import { createVault, lightKdf, unlockVault, type OpenVault } from '#main/vault/vault.ts';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { generateMaterials } from './generate.ts';

/** A fictional director's order and certificate. */
export const appointment: Parameters<typeof createVault>[1]['appointment'] = {
  order: { number: '1', date: '2026-01-10' }, clearance: { issuer: 'fictional body', number: 'C-1', degree: 'UPPER', from: '2026-01-10', to: '2099-12-31' },
};

const idOf = (n: number): string => `m${n.toString(36).padStart(19, '0')}`;

/** The package that all of them came in. */
export const packageOfAll = idOf(0);

/** Fictional materials as records of the vault; ids and carriers by their running number, so that two fillings are equal. */
export function* records(count: number, more: { seed?: number; bodies?: number; texts?: number } = {}): Generator<MaterialRecord> {
  const serials = new Map<string, number>();
  let n = 0;
  for (const one of generateMaterials({ seed: 7, ...more, count })) {
    n += 1;
    const degree = one.degree;
    const series = `${one.originator}/${degree}`;
    const serial = (serials.get(series) ?? 0) + 1;
    serials.set(series, serial);
    const evaluation = readEvaluation(one.evaluationTyped);
    const coded = evaluation.kind === 'code' ? evaluation : undefined;
    yield {
      id: idOf(n), regNo: formatNumber({ kind: 'material', body: one.originator, degree, year: 2026, n: serial }), serial: { year: 2026, n: serial },
      registeredAt: one.receivedAt, originator: one.originator, degree, packageId: null, packageNumber: '', channel: 'courier', courier: 'К-1', receivedAt: one.receivedAt,
      senderNumber: one.senderNumber, senderDate: one.senderDate, basis: 'initiative', requestId: null,
      carrier: { code: carrierCode(String(n).padStart(9, '0')), kind: 'paper', number: '', copyNo: 1, copies: 1, sheets: 2, markingPlace: 'carrier' },
      asReceived: { marking: one.marking, code: one.evaluationTyped, attributes: [], text: one.text, language: one.language }, higherReason: '',
      evaluation: { source: coded?.source ?? null, accuracy: coded?.accuracy ?? null, typed: one.evaluationTyped, sourceKind: one.sourceKind },
      personalData: one.personalData, summary: '', attachments: [], admission: 'admitted', reasons: [], annex1Version: '2023-draft', supplementOf: null, sources: [],
    };
  }
}

export const director = { login: 'director', name: 'Д', passphrase: 'fictional' };
const surroundings = () => ({ clock: settableClock('2026-11-22T09:00:00'), random: (length: number) => randomBytes(length), workstation: 'BENCH' });

/** A vault with `count` fictional materials, committed five hundred at a time. */
export async function filledVault(folder: string, count: number, onProgress?: (done: number) => void): Promise<OpenVault> {
  const vault = await createVault(folder, { director, appointment, demonstration: false, kdf: lightKdf, ...surroundings() });
  let batch: ReturnType<typeof actOf>[] = [];
  let done = 0;
  for (const record of records(count)) {
    batch.push(actOf(materialRegistered, record.id, { id: record.id, packageId: packageOfAll }, [{ holding: `${record.originator}/${record.degree}`, content: record }]));
    done += 1;
    if (batch.length < 500 && done < count) continue;
    vault.commit(batch);
    batch = [];
    onProgress?.(done);
  }
  return vault;
}

/** The vault that lies filled in `folder/vault`, opened by its director. */
export const openFilled = (folder: string): Promise<OpenVault> => unlockVault(join(folder, 'vault'), { ...director, ...surroundings() });
