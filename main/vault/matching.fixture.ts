import type { NewAct } from '#app/journal/act.ts';
import { actOf } from '#app/journal/kind.ts';
import { carrierCode } from '#app/materials/carrierCode.ts';
import { materialRegistered, type MaterialRecord } from '#app/materials/acts.ts';
import { formatNumber } from '#app/materials/numbering.ts';

/** Fictional materials of one holding, each with a name and a number plate of its own. */
export const idOfMaterial = (n: number): string => `m${n.toString(36).padStart(19, '0')}`;
const plate = (n: number): string => `01 ${100 + (n % 900)} ${String.fromCharCode(65 + (n % 26))}AA`;
export const textOfMaterial = (n: number): string => `Вымышленный образец: на посту «Шарт${n}» замечен автомобиль ${plate(n)}, груз не осмотрен.`;

export function materialOf(n: number, text = textOfMaterial(n)): NewAct {
  const record: MaterialRecord = {
    id: idOfMaterial(n), regNo: formatNumber({ kind: 'material', body: 'UZ-01', degree: 'LOWER', year: 2026, n: n + 1 }), serial: { year: 2026, n: n + 1 }, registeredAt: '2026-11-22T09:00:00',
    originator: 'UZ-01', degree: 'LOWER', packageId: null, packageNumber: '', channel: 'courier', courier: 'К-1', receivedAt: '2026-11-22T08:00:00', senderNumber: `4/${n}`, senderDate: '2026-11-20',
    basis: 'initiative', requestId: null, carrier: { code: carrierCode(String(n).padStart(9, '0')), kind: 'paper', number: '', copyNo: 1, copies: 1, sheets: 1, markingPlace: 'carrier' },
    asReceived: { marking: 'MAXFIY', code: 'B2', attributes: [], text, language: 'ru' }, higherReason: '', evaluation: { source: 'B', accuracy: '2', typed: 'B2', sourceKind: null },
    personalData: false, summary: '', attachments: [], admission: 'admitted', reasons: [], annex1Version: '2023-draft', supplementOf: null, sources: [],
  };
  return actOf(materialRegistered, record.id, { id: record.id, packageId: idOfMaterial(0) }, [{ holding: 'UZ-01/LOWER', content: record }]);
}
