import { actOf } from '#app/journal/kind.ts';
import { productPrepared, type MaterialRecord } from '#app/materials/acts.ts';
import { formatNumber } from '#app/materials/numbering.ts';
import { productBasis } from '#app/materials/product.ts';
import { today } from '../../clock.ts';
import type { Handler } from '../../context.ts';
import { no, refuseIfAny } from '../../refused.ts';
import { nextSerial } from '../../vault/queries/materials.ts';
import { refusedUse } from '../exchange/restricted.ts';
import { holdingOf, located } from '../lookup.ts';
import { sourceRecords } from '../sources.ts';
import { standingOn } from '../standing.ts';
import { freshCarrierCode } from './carrier.ts';
import { linkAct } from './link-act.ts';

/** A material prepared by the Centre: its grif equals the highest of all its sources, also the indirect ones, and nobody types it (Art. 9(2)). */
export const prepareProduct: Handler<'materials.prepareProduct'> = (input, context) => {
  const { vault, clock, newId } = context;
  const sources = [...new Set(input.sources)];
  for (const source of sources) {
    const at = located(vault, source);
    const { row } = at;
    if (row.admission === 'notAdmitted') no('material.notAdmitted', { number: row.regNo });
    if (row.frozen) no('material.frozen', { number: row.regNo });
    refuseIfAny(refusedUse(context, at, 'product'));
  }
  const basis = productBasis(sources, sourceRecords(vault, sources)) ?? no('product.noSources');
  const { degree } = basis;
  const now = clock.now();
  const year = Number(now.slice(0, 4));
  const holding = holdingOf('CENTRE', degree);
  const n = nextSerial(vault.holding(holding), year);
  const regNo = formatNumber({ kind: 'material', body: 'CENTRE', degree, year, n });
  const annex1 = standingOn(vault.registry, today(clock)).annex1;
  const record: MaterialRecord = {
    id: newId(), regNo, serial: { year, n }, registeredAt: now, originator: 'CENTRE', degree, packageId: null, packageNumber: '', channel: '', courier: '',
    receivedAt: now, senderNumber: regNo, senderDate: today(clock), basis: 'initiative', requestId: null,
    carrier: { code: freshCarrierCode(context), kind: 'paper', number: '', copyNo: 1, copies: input.copies, sheets: input.sheets, markingPlace: 'carrier' },
    asReceived: { marking: annex1?.centre[degree].ru ?? '', code: '', attributes: [], text: input.text, language: input.language },
    higherReason: '', evaluation: { source: null, accuracy: null, typed: '', sourceKind: null }, personalData: false, summary: input.title, attachments: [],
    admission: 'admitted', reasons: [], annex1Version: annex1?.id ?? '', supplementOf: null,
    sources: sources.map((id) => ({ id, degree: located(vault, id).row.degree })),
  };
  vault.commit([
    actOf(productPrepared, record.id, { id: record.id }, [{ holding, content: record }]),
    ...sources.map((to) => linkAct({ id: newId(), from: record.id, to, type: 'derivedFrom' }, holding, located(vault, to).holding, '')),
  ]);
  return { materialId: record.id, regNo, degree, carrierCode: record.carrier.code };
};
