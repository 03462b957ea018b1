import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testBody, testDraft, testPackage, testRegistry, type TestRegistry } from '../../registry.fixture.ts';

let test: TestRegistry;
let packageId: string;
beforeAll(async () => {
  test = await testRegistry();
  await test.as('registrar');
  ({ packageId } = await test.ask('incoming.register', testPackage('UZ-01', 'П-77')));
});
afterAll(() => test.end());

const refusedFor = (more: Parameters<typeof testDraft>[1]) => test.refused('materials.register', testDraft(packageId, more));
const received = (more: Partial<ReturnType<typeof testDraft>['asReceived']>) => ({ ...testDraft(packageId).asReceived, ...more });

describe('registering a material', () => {
  it('gives its own number, keeps the block as received to the byte and shows it on the card', async () => {
    const text = 'Sinov namunasi: oʻtgan ‮маʼлумот‬\r\n\tM\u00E9 e\u0301 \u200B';
    const answer = await test.ask('materials.register', testDraft(packageId, { asReceived: received({ text, marking: ' MAXFIY ', attributes: [{ name: 'Raqam ', value: '007' }] }) }));
    expect(answer).toMatchObject({ regNo: 'UZ-01/02/2026/0001', admission: 'admitted', evaluation: { source: 'B', accuracy: '2' } });
    const card = await test.ask('materials.card', { materialId: answer.materialId });
    expect(card.asReceived).toEqual({ marking: ' MAXFIY ', code: 'B2', attributes: [{ name: 'Raqam ', value: '007' }], text, language: 'uz' });
    expect(card).toMatchObject({ packageNumber: 'UZ-01/R/2026/0001', courier: 'К-1', annex1Version: '2023-draft' });
  });

  it('refuses a grif below the sender\'s, and a higher one without a reason', async () => {
    expect(await refusedFor({ senderNumber: 'a', asReceived: received({ marking: 'MUTLAQO MAXFIY' }) })).toEqual(['grif.belowSenders']);
    expect(await refusedFor({ senderNumber: 'a', degree: 'UPPER' })).toEqual(['grif.higherNeedsReason']);
    expect(await refusedFor({ senderNumber: 'a', degree: 'UPPER', higherReason: 'names a source' })).toEqual([]);
  });

  it('stops at a marking above Annex 1, at none, and at one that nobody recognises unless a person says how it is read', async () => {
    expect(await refusedFor({ senderNumber: 'b', asReceived: received({ marking: 'Особой важности' }) })).toEqual(['marking.aboveAnnex1']);
    expect(await refusedFor({ senderNumber: 'b', asReceived: received({ marking: '' }) })).toEqual(['marking.none']);
    expect(await refusedFor({ senderNumber: 'b', asReceived: received({ marking: 'QORAQALPOQ' }) })).toEqual(['marking.unknown']);
    expect(await refusedFor({ senderNumber: 'b', asReceived: received({ marking: 'QORAQALPOQ' }), markingReadAs: { degree: 'LOWER', reason: 'the director compared the stamps' } })).toEqual([]);
  });

  it('understands Cyrillic letters in the code and keeps what was typed; knows no default; keeps a foreign code beside empty axes', async () => {
    const typed = await test.ask('materials.register', testDraft(packageId, { senderNumber: 'c1', evaluation: { typed: 'В2', sourceKind: null } }));
    expect(typed.evaluation).toEqual({ source: 'B', accuracy: '2', typed: 'В2', sourceKind: null });
    const missing = await test.ask('materials.register', testDraft(packageId, { senderNumber: 'c2', evaluation: { typed: '', sourceKind: null } }));
    expect(missing).toMatchObject({ evaluation: { source: null, accuracy: null }, hints: ['evaluationMissing'] });
    const foreign = await test.ask('materials.register', testDraft(packageId, { senderNumber: 'c3', evaluation: { typed: 'X3', sourceKind: null } }));
    expect(foreign).toMatchObject({ evaluation: { source: null, accuracy: null, typed: 'X3' }, hints: ['evaluationForeign'] });
    const { rows } = await test.ask('materials.page', { filter: {}, sort: { by: 'evaluation', direction: 'ascending' }, cursor: null, limit: 10 });
    expect(rows.find(({ id }) => id === foreign.materialId)?.evaluation).toBe('X3');
    const without = await test.ask('materials.page', { filter: { source: 'missing' }, sort: { by: 'registeredAt', direction: 'descending' }, cursor: null, limit: 100 });
    expect(without.rows.map(({ evaluation }) => evaluation)).not.toContain('X3');
    expect(without.rows.length).toBeGreaterThan(0);
    expect(await refusedFor({ senderNumber: 'c4', evaluation: { typed: 'B9', sourceKind: null } })).toEqual(['evaluation.invalid']);
  });

  it('names every failing check together', async () => {
    const refusals = await refusedFor({
      senderNumber: 'd', senderDate: '2026-06-01', basis: 'oneOff', degree: 'LOWER', asReceived: received({ marking: 'MUTLAQO MAXFIY' }),
      carrier: { kind: 'paper', number: '', copyNo: 3, copies: 2, sheets: 3, markingPlace: 'carrier' }, evaluation: { typed: 'Q7', sourceKind: null },
    });
    expect(refusals.toSorted()).toEqual(['basis.requestMissing', 'count.copyBeyondTotal', 'date.inFuture', 'date.order', 'evaluation.invalid', 'grif.belowSenders']);
  });

  it('refuses the same copy of the same letter twice, and takes another copy of it', async () => {
    expect(await refusedFor({ senderNumber: 'e' })).toEqual([]);
    expect(await refusedFor({ senderNumber: 'e' })).toEqual(['material.senderNumberTaken']);
    expect(await refusedFor({ senderNumber: 'e', carrier: { kind: 'paper', number: '', copyNo: 1, copies: 2, sheets: 3, markingPlace: 'carrier' } })).toEqual([]);
  });

  it('refuses path tricks in the names of attachments and files that were never streamed in', async () => {
    for (const name of ['../../etc/passwd', 'a\\b.txt', '/abs', 'CON.txt', '..', 'x.exe.']) {
      expect(await refusedFor({ senderNumber: 'f', attachments: [{ fileId: 'a'.repeat(20), name }] }), name).toEqual(['attachment.badName']);
    }
    expect(await refusedFor({ senderNumber: 'f', attachments: [{ fileId: 'a'.repeat(20), name: 'photo.jpg' }] })).toEqual(['attachment.notFound']);
  });

  it('takes a text of ten megabytes and refuses a longer one, storing nothing', async () => {
    const text = 'сообщение '.repeat(1_000_000);
    expect(await refusedFor({ senderNumber: 'g', asReceived: received({ text: `${text}!` }) })).toEqual(['input.tooLong']);
    const { total } = await test.ask('materials.page', { filter: { senderNumber: 'g' }, sort: { by: 'regNo', direction: 'ascending' }, cursor: null, limit: 10 });
    expect(total).toBe(0);
    expect(await refusedFor({ senderNumber: 'g', asReceived: received({ text }) })).toEqual([]);
  });

  it('registers a supplement on its own, linked both ways, and leaves the parent as it was (Art. 7)', async () => {
    const parent = await test.ask('materials.register', testDraft(packageId, { senderNumber: 'h1' }));
    const before = await test.ask('materials.card', { materialId: parent.materialId });
    const own = await test.ask('materials.register', testDraft(packageId, {
      senderNumber: 'h2', supplementOf: parent.materialId, degree: 'UPPER', asReceived: received({ marking: 'MUTLAQO MAXFIY', code: 'A1' }), evaluation: { typed: 'A1', sourceKind: null },
    }));
    expect(own.regNo).toMatch(/^UZ-01\/001\//);
    const after = await test.ask('materials.card', { materialId: parent.materialId });
    expect({ ...after, links: [], journal: [] }).toEqual({ ...before, links: [], journal: [] });
    expect(after.links).toMatchObject([{ type: 'supplementOf', direction: 'from', other: { id: own.materialId } }]);
    expect((await test.ask('materials.card', { materialId: own.materialId })).links).toMatchObject([{ direction: 'to', other: { id: parent.materialId } }]);
    expect((await test.ask('notices.page', { status: null, kind: null, cursor: null, limit: 10 })).total).toBe(0);
  });

  it('registers what comes from a State that is not bound as received, not admitted; from a body on no list, not at all', async () => {
    await test.as('director');
    await test.ask('reference.recordBody', testBody('TM-01'));
    await test.as('registrar');
    const fromTm = await test.ask('incoming.register', testPackage('TM-01', '1'));
    expect(fromTm).toMatchObject({ admission: 'notAdmitted', reasons: ['party.notInForce'] });
    const material = await test.ask('materials.register', testDraft(fromTm.packageId, { asReceived: received({ marking: 'Секретно', text: 'Synag nusgasy: şertli „Garagum-3“', language: 'tk' }) }));
    expect(material).toMatchObject({ admission: 'notAdmitted' });
    await test.as('director');
    expect(await test.refused('materials.admit', { materialId: material.materialId, basis: 'report 1' })).toEqual(['party.notInForce']);
    for (const [kind, document] of [['foundingAccession', 'decision 9'], ['accession', 'instrument 3']] as const) {
      await test.ask('reference.recordEvent', { kind, state: 'TM', date: '2026-05-14', document, effectiveDate: null, note: '' });
    }
    await test.ask('materials.admit', { materialId: material.materialId, basis: 'report 2' });
    expect((await test.ask('materials.card', { materialId: material.materialId })).row.admission).toBe('admitted');
    expect(await test.refused('materials.admit', { materialId: material.materialId, basis: 'report 3' })).toEqual(['material.alreadyAdmitted']);
    await test.as('registrar');
    expect(await test.refused('incoming.register', testPackage('KZ-99', '2'))).toEqual(['body.unknown']);
    const unlisted = await test.ask('incoming.register', { ...testPackage('KZ-01', '3'), sender: { kind: 'unlisted', state: 'KZ', nameAsWritten: 'Отдел «Вымысел»' } });
    expect(unlisted.admission).toBe('notAdmitted');
    expect(await test.refused('materials.register', testDraft(unlisted.packageId))).toEqual(['body.notListed']);
  });

  it('answers what the projections rebuilt from the journal answer: nothing differs', async () => {
    await test.as('director');
    expect(await test.ask('vault.check', {})).toMatchObject({ broken: null, differences: [], lost: [] });
  });
});
