import { expect, test } from 'vitest';
import { afterRevocation, type MadeTransfer } from './afterRevocation.ts';

const sent = (recipient: string, materialId: string, packageNumber: string, date: string, consentIds: readonly string[] = ['c1']): MadeTransfer => ({ recipient, materialId, packageNumber, date, consentIds });

test('everybody who was given something under the consent is told of it, and nobody else', () => {
  expect(afterRevocation('c1', [
    sent('TJ-01', 'm', 'TJ-01/P/2026/0002', '2026-06-02'), sent('KG-01', 'm', 'KG-01/P/2026/0001', '2026-06-03'), sent('TJ-01', 'm', 'TJ-01/P/2026/0001', '2026-06-01', ['c0', 'c1']),
    sent('TJ-01', 'n', 'TJ-01/P/2026/0002', '2026-06-02'), sent('RU-01', 'm', 'RU-01/P/2026/0001', '2026-06-01', ['c2']), sent('UZ-01', 'm', 'UZ-01/P/2026/0001', '2026-06-01', []),
  ])).toEqual([
    { recipient: 'TJ-01', materialId: 'm', packages: [{ number: 'TJ-01/P/2026/0001', date: '2026-06-01' }, { number: 'TJ-01/P/2026/0002', date: '2026-06-02' }] },
    { recipient: 'TJ-01', materialId: 'n', packages: [{ number: 'TJ-01/P/2026/0002', date: '2026-06-02' }] },
    { recipient: 'KG-01', materialId: 'm', packages: [{ number: 'KG-01/P/2026/0001', date: '2026-06-03' }] },
  ]);
});

test('a consent under which nothing went tells nobody', () => expect(afterRevocation('c9', [sent('TJ-01', 'm', '1', '2026-06-02')])).toEqual([]));
